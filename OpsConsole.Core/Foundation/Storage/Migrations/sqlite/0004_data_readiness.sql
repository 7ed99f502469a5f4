CREATE TABLE facts (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "CaseId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Attribute" TEXT NOT NULL,
    "Label" TEXT NOT NULL,
    "ValueJson" TEXT NOT NULL,
    "Display" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Record" TEXT NULL,
    "RecordVersion" TEXT NULL,
    "ObservedAt" INTEGER NOT NULL,
    "IsAuthority" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "IX_facts_CaseId_Number" ON facts ("CaseId", "Number");
