CREATE TABLE people (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Roles" TEXT NOT NULL,
    "IsDemo" INTEGER NOT NULL,
    "IsLocked" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "LastSignInAt" INTEGER NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "LockoutEnd" INTEGER NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "IX_people_NormalizedUserName" ON people ("NormalizedUserName");

CREATE TABLE one_time_codes (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "Purpose" TEXT NOT NULL,
    "PersonId" TEXT NULL,
    "Hash" TEXT NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "UsedAt" INTEGER NULL
);
CREATE UNIQUE INDEX "IX_one_time_codes_Hash" ON one_time_codes ("Hash");

CREATE TABLE service_identities (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Roles" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL
);
CREATE UNIQUE INDEX "IX_service_identities_Name" ON service_identities ("Name");

CREATE TABLE api_keys (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "Prefix" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "LastUsedAt" INTEGER NULL,
    "RevokedAt" INTEGER NULL
);
CREATE UNIQUE INDEX "IX_api_keys_Hash" ON api_keys ("Hash");
CREATE INDEX "IX_api_keys_ServiceId" ON api_keys ("ServiceId");
