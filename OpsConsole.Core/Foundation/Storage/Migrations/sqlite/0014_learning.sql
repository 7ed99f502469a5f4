-- What the classifier was at some time, and what it was measured by.
CREATE TABLE classifier_versions (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "PackId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "TrainedAt" INTEGER NOT NULL,
    "Examples" INTEGER NOT NULL,
    "FromCases" INTEGER NOT NULL,
    "HeldOut" INTEGER NOT NULL,
    "FiguresJson" TEXT NOT NULL,
    "BeforeJson" TEXT NOT NULL,
    "Sure" REAL NOT NULL,
    "IsSureMeasured" INTEGER NOT NULL,
    "Why" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "ChangedByName" TEXT NOT NULL
);
CREATE UNIQUE INDEX "IX_classifier_versions_PackId_Number" ON classifier_versions ("PackId", "Number");
-- Never two of one pack.
CREATE UNIQUE INDEX "IX_classifier_versions_in_force" ON classifier_versions ("PackId") WHERE "State" = 'InForce';

CREATE TABLE classifier_weights (
    "VersionId" TEXT NOT NULL PRIMARY KEY,
    "Bytes" BLOB NOT NULL
);

-- What rejections suggest to change, and what an owner said to it.
CREATE TABLE learning_suggestions (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "Number" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "ActionTypeId" TEXT NOT NULL,
    "ReasonCode" TEXT NOT NULL,
    "ConditionJson" TEXT NOT NULL,
    "Condition" TEXT NOT NULL,
    "Sentence" TEXT NOT NULL,
    "Removed" INTEGER NOT NULL,
    "Stopped" INTEGER NOT NULL,
    "Matched" INTEGER NOT NULL,
    "Rejected" INTEGER NOT NULL,
    "Judged" INTEGER NOT NULL,
    "Chance" REAL NOT NULL,
    "CasesJson" TEXT NOT NULL,
    "FoundAt" INTEGER NOT NULL,
    "DecidedAt" INTEGER NULL,
    "DecidedBy" TEXT NULL,
    "DecidedByName" TEXT NULL,
    "Comment" TEXT NULL,
    "DraftId" TEXT NULL,
    "EndedAt" INTEGER NULL
);
CREATE UNIQUE INDEX "IX_learning_suggestions_Fingerprint" ON learning_suggestions ("Fingerprint");

-- Where a playbook asks instead of proposing, because an owner approved a suggestion.
CREATE TABLE playbook_guards (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "SuggestionId" TEXT NOT NULL,
    "ActionTypeId" TEXT NOT NULL,
    "Condition" TEXT NOT NULL,
    "Question" TEXT NOT NULL,
    "IsInForce" INTEGER NOT NULL,
    "FromAt" INTEGER NOT NULL,
    "ApprovedBy" TEXT NOT NULL,
    "ApprovedByName" TEXT NOT NULL,
    "UntilAt" INTEGER NULL,
    "RevokedByName" TEXT NULL
);
CREATE INDEX "IX_playbook_guards_ActionTypeId" ON playbook_guards ("ActionTypeId") WHERE "IsInForce" = 1;
