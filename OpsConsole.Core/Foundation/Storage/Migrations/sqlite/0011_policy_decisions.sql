-- Every answer that policies gave to an action, and what became of it.
CREATE TABLE policy_decisions (
    "Id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Stage" TEXT NOT NULL,
    "ActionTypeId" TEXT NOT NULL,
    "CaseTypeId" TEXT NULL,
    "CaseId" TEXT NOT NULL,
    "CaseNumber" INTEGER NOT NULL,
    "ActionId" TEXT NOT NULL,
    "ActionNumber" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Amount" INTEGER NOT NULL,
    "Currency" TEXT NULL,
    "Verdict" TEXT NOT NULL,
    "ApproverRole" TEXT NOT NULL,
    "Fired" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "PolicyDigest" TEXT NOT NULL,
    "PolicyVersions" TEXT NOT NULL,
    "Barred" TEXT NULL,
    "Fate" TEXT NOT NULL,
    "FateBy" TEXT NULL,
    "FateByName" TEXT NULL,
    "FateAt" INTEGER NULL,
    "ReasonCode" TEXT NULL,
    "Outcome" TEXT NOT NULL,
    "OutcomeAt" INTEGER NULL,
    "IsDemo" INTEGER NOT NULL
);
-- A span of one action type, page by page.
CREATE INDEX "IX_policy_decisions_ActionTypeId_At_Id" ON policy_decisions ("ActionTypeId", "At", "Id");
CREATE INDEX "IX_policy_decisions_At_Id" ON policy_decisions ("At", "Id");
CREATE INDEX "IX_policy_decisions_ActionId" ON policy_decisions ("ActionId");

-- Apart from the decision, because lists and counts never need it.
CREATE TABLE policy_decision_inputs (
    "DecisionId" INTEGER NOT NULL PRIMARY KEY,
    "Snapshot" BLOB NOT NULL
);

-- The record of the assessment that an action's contract comes from.
ALTER TABLE actions ADD COLUMN "DecisionId" INTEGER NULL;
