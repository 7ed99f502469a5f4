CREATE TABLE packs (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Version" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "SystemsJson" TEXT NOT NULL,
    "FilesJson" TEXT NOT NULL,
    "Digest" TEXT NOT NULL,
    "LoadedAt" INTEGER NOT NULL,
    "LoadedBy" TEXT NOT NULL
);

CREATE TABLE preparation_stages (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "CaseId" TEXT NOT NULL,
    "Run" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "InputsJson" TEXT NOT NULL,
    "ResultJson" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "StartedAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NOT NULL,
    "Outcome" TEXT NOT NULL
);
CREATE UNIQUE INDEX "IX_preparation_stages_CaseId_Run_Number" ON preparation_stages ("CaseId", "Run", "Number");
