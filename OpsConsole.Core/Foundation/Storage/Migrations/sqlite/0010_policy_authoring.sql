-- Where a version comes from, who asked for it, and what its replay said.
ALTER TABLE policy_versions ADD COLUMN "Origin" TEXT NOT NULL DEFAULT '';
ALTER TABLE policy_versions ADD COLUMN "DraftId" TEXT NULL;
ALTER TABLE policy_versions ADD COLUMN "SubmittedBy" TEXT NULL;
ALTER TABLE policy_versions ADD COLUMN "SubmittedByName" TEXT NULL;
ALTER TABLE policy_versions ADD COLUMN "Note" TEXT NOT NULL DEFAULT '';
ALTER TABLE policy_versions ADD COLUMN "ReportJson" TEXT NULL;
UPDATE policy_versions SET "Origin" = substr("File", 1, instr("File", '/') - 1) WHERE "PublishedBy" = 'system:jobs' AND instr("File", '/') > 1;

CREATE TABLE policy_drafts (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "PolicyId" TEXT NOT NULL,
    "BasedOn" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "DocumentJson" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Digest" TEXT NOT NULL,
    "File" TEXT NOT NULL,
    "Origin" TEXT NOT NULL,
    "EditorsJson" TEXT NOT NULL,
    "StartedAt" INTEGER NOT NULL,
    "EditedAt" INTEGER NOT NULL,
    "EditedBy" TEXT NOT NULL,
    "EditedByName" TEXT NOT NULL,
    "SubmittedAt" INTEGER NULL,
    "SubmittedBy" TEXT NULL,
    "SubmittedByName" TEXT NULL,
    "Note" TEXT NOT NULL,
    "ReviewedAt" INTEGER NULL,
    "ReviewedBy" TEXT NULL,
    "ReviewedByName" TEXT NULL,
    "ReviewComment" TEXT NULL
);
CREATE INDEX "IX_policy_drafts_PolicyId_State" ON policy_drafts ("PolicyId", "State");

CREATE TABLE policy_retirements (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "PolicyId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "AskedAt" INTEGER NOT NULL,
    "AskedBy" TEXT NOT NULL,
    "AskedByName" TEXT NOT NULL,
    "EndedAt" INTEGER NULL,
    "EndedBy" TEXT NULL,
    "EndedByName" TEXT NULL,
    "Comment" TEXT NULL
);
-- One question at a time about each policy.
CREATE UNIQUE INDEX "IX_policy_retirements_PolicyId" ON policy_retirements ("PolicyId") WHERE "State" = 'Asked';

-- What the approver handed in with an approval.
ALTER TABLE action_decisions ADD COLUMN "AttachmentsJson" TEXT NOT NULL DEFAULT '[]';

-- What the holders of a role are told about an action.
CREATE TABLE action_notices (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "Role" TEXT NOT NULL,
    "ActionId" TEXT NOT NULL,
    "CaseId" TEXT NOT NULL,
    "CaseNumber" INTEGER NOT NULL,
    "ActionNumber" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Happened" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "ByName" TEXT NOT NULL,
    "Rule" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);
CREATE INDEX "IX_action_notices_Role_At" ON action_notices ("Role", "At");

CREATE TABLE action_notices_read (
    "NoticeId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    PRIMARY KEY ("NoticeId", "PersonId")
);
