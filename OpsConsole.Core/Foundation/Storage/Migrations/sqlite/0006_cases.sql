CREATE TABLE cases (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "Number" INTEGER NOT NULL,
    "Subject" TEXT NOT NULL,
    "CaseTypeId" TEXT NULL,
    "TypeConfidence" REAL NULL,
    "Stage" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "ExternalId" TEXT NULL,
    "CustomerRecord" TEXT NULL,
    "CustomerName" TEXT NULL,
    "ValueAtRisk" INTEGER NOT NULL,
    "Currency" TEXT NULL,
    "Priority" INTEGER NOT NULL,
    "Best" TEXT NOT NULL,
    "Missing" TEXT NOT NULL,
    "Summary" TEXT NOT NULL,
    "Draft" TEXT NOT NULL,
    "AssigneeId" TEXT NULL,
    "AssigneeName" TEXT NULL,
    "OpenedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "DueAt" INTEGER NULL,
    "AtRiskAt" INTEGER NULL,
    "ResolvedAt" INTEGER NULL,
    "Resolution" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Queue" TEXT NOT NULL,
    "PrepareAt" INTEGER NULL,
    "PrepareOwner" TEXT NULL,
    "PrepareLeaseUntil" INTEGER NULL,
    "PrepareFence" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "IX_cases_Number" ON cases ("Number");

CREATE TABLE case_messages (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "CaseId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Author" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "ExternalId" TEXT NULL
);
CREATE INDEX "IX_case_messages_CaseId_At" ON case_messages ("CaseId", "At");
