CREATE TABLE action_types (
    "Id" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "System" TEXT NOT NULL,
    "DefinitionJson" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "SavedAt" INTEGER NOT NULL,
    PRIMARY KEY ("Id", "Version")
);

CREATE TABLE systems (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "SettingsJson" TEXT NOT NULL,
    "OperationsJson" TEXT NOT NULL,
    "DocumentTitle" TEXT NOT NULL,
    "DocumentDigest" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE system_secrets (
    "SystemId" TEXT NOT NULL PRIMARY KEY,
    "Protected" TEXT NOT NULL,
    "SetAt" INTEGER NOT NULL,
    "SetBy" TEXT NOT NULL
);
