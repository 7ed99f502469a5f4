CREATE TABLE evaluation_runs (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "SetId" TEXT NOT NULL,
    "SetDigest" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Setup" TEXT NOT NULL,
    "StartedBy" TEXT NOT NULL,
    "StartedAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL,
    "State" TEXT NOT NULL,
    "Total" INTEGER NOT NULL,
    "Done" INTEGER NOT NULL,
    "Right" INTEGER NOT NULL,
    "TypesRight" INTEGER NOT NULL,
    "WrongWrites" INTEGER NOT NULL,
    "Missed" INTEGER NOT NULL,
    "Denied" INTEGER NOT NULL,
    "AskedInVain" INTEGER NOT NULL,
    "Unsupported" INTEGER NOT NULL,
    "Tokens" INTEGER NOT NULL,
    "Cost" INTEGER NOT NULL,
    "Took" INTEGER NOT NULL
);
CREATE INDEX "IX_evaluation_runs_StartedAt" ON evaluation_runs ("StartedAt");

CREATE TABLE evaluation_results (
    "RunId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "RoomCaseId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "IsRight" INTEGER NOT NULL,
    "WrongWrites" INTEGER NOT NULL,
    "Complaint" TEXT NOT NULL,
    "Took" INTEGER NOT NULL,
    "Cost" INTEGER NOT NULL,
    PRIMARY KEY ("RunId", "Number")
);

CREATE TABLE evaluation_clearances (
    "Setup" TEXT NOT NULL PRIMARY KEY,
    "ByName" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Reason" TEXT NOT NULL
);
