CREATE TABLE actions (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "CaseId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "ActionTypeId" TEXT NOT NULL,
    "ActionTypeVersion" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "ParametersJson" TEXT NOT NULL,
    "ProvenanceJson" TEXT NOT NULL,
    "ContextJson" TEXT NOT NULL,
    "TargetsJson" TEXT NOT NULL,
    "RecordsJson" TEXT NOT NULL,
    "MaterialJson" TEXT NOT NULL,
    "PreviewJson" TEXT NOT NULL,
    "VerdictJson" TEXT NOT NULL,
    "ApproverRole" TEXT NOT NULL,
    "DecidingRule" TEXT NOT NULL,
    "ChangedJson" TEXT NOT NULL,
    "Amount" INTEGER NOT NULL,
    "Currency" TEXT NULL,
    "Digest" TEXT NOT NULL,
    "Nonce" TEXT NOT NULL,
    "ProposedBy" TEXT NOT NULL,
    "ProposedByName" TEXT NOT NULL,
    "ProposedByKind" TEXT NOT NULL,
    "EditedBy" TEXT NULL,
    "ProposedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "DependsOn" TEXT NULL,
    "Undoes" TEXT NULL,
    "DueAt" INTEGER NULL,
    "LeaseOwner" TEXT NULL,
    "LeaseUntil" INTEGER NULL,
    "Fence" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "Tries" INTEGER NOT NULL,
    "StateReason" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "IX_actions_CaseId_Number" ON actions ("CaseId", "Number");
CREATE INDEX "IX_actions_State_DueAt" ON actions ("State", "DueAt");
CREATE INDEX "IX_actions_State_ExpiresAt" ON actions ("State", "ExpiresAt");
CREATE INDEX "IX_actions_DependsOn" ON actions ("DependsOn");

CREATE TABLE action_targets (
    "ActionId" TEXT NOT NULL,
    "Target" TEXT NOT NULL,
    "Held" INTEGER NOT NULL,
    PRIMARY KEY ("ActionId", "Target")
);
-- One holder per record: two actions on the same target never run at once.
CREATE UNIQUE INDEX "IX_action_targets_Target" ON action_targets ("Target") WHERE "Held" = 1;

CREATE TABLE action_decisions (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "ActionId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "DeciderId" TEXT NOT NULL,
    "DeciderName" TEXT NOT NULL,
    "DeciderRole" TEXT NOT NULL,
    "ReasonCode" TEXT NULL,
    "Comment" TEXT NULL,
    "Digest" TEXT NOT NULL,
    "Nonce" TEXT NOT NULL,
    "VerdictJson" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);
-- One decision per person and contract, however often it is clicked.
CREATE UNIQUE INDEX "IX_action_decisions_ActionId_Nonce_DeciderId" ON action_decisions ("ActionId", "Nonce", "DeciderId");

CREATE TABLE action_runs (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "ActionId" TEXT NOT NULL,
    "Attempt" INTEGER NOT NULL,
    "Fence" INTEGER NOT NULL,
    "IdempotencyKey" TEXT NOT NULL,
    "IntentAt" INTEGER NOT NULL,
    "BeforeJson" TEXT NOT NULL,
    "Outcome" TEXT NULL,
    "EndedAt" INTEGER NULL,
    "AnswerJson" TEXT NULL,
    "Receipt" TEXT NULL,
    "Code" TEXT NULL,
    "Message" TEXT NULL,
    "ProbedAt" INTEGER NULL,
    "AfterJson" TEXT NULL,
    "AfterVersionsJson" TEXT NULL
);
CREATE UNIQUE INDEX "IX_action_runs_ActionId_Attempt" ON action_runs ("ActionId", "Attempt");
