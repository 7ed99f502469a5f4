-- What a message is called on its own channel, so that an answer to it finds its case; and where a merged case's messages came from.
ALTER TABLE case_messages ADD COLUMN "MessageRef" TEXT NULL;
ALTER TABLE case_messages ADD COLUMN "ThreadRef" TEXT NULL;
ALTER TABLE case_messages ADD COLUMN "Address" TEXT NULL;
ALTER TABLE case_messages ADD COLUMN "MovedFromId" TEXT NULL;
CREATE INDEX "IX_case_messages_MessageRef" ON case_messages ("MessageRef") WHERE "MessageRef" IS NOT NULL;
CREATE INDEX "IX_case_messages_ThreadRef" ON case_messages ("ThreadRef") WHERE "ThreadRef" IS NOT NULL;

-- A message that moves to another case takes its words out of the one text index and into the other.
CREATE TRIGGER case_messages_text_moved AFTER UPDATE OF "CaseId" ON case_messages
WHEN old."CaseId" <> new."CaseId"
BEGIN
    INSERT OR REPLACE INTO case_text (rowid, number, subject, customer, body)
    SELECT c."Number", c."Number", c."Subject", coalesce(c."CustomerName", ''),
        coalesce((SELECT group_concat("Body", char(10)) FROM case_messages WHERE "CaseId" = c."Id"), '')
    FROM cases c WHERE c."Id" IN (old."CaseId", new."CaseId");
END;

ALTER TABLE cases ADD COLUMN "ReplyCheckJson" TEXT NULL;
ALTER TABLE cases ADD COLUMN "ChangesJson" TEXT NULL;
ALTER TABLE cases ADD COLUMN "MergedIntoId" TEXT NULL;

-- The reply that a person sent, and how far it has come. Its text is the message of the same id.
CREATE TABLE reply_deliveries (
    "MessageId" TEXT NOT NULL PRIMARY KEY,
    "CaseId" TEXT NOT NULL,
    "CaseNumber" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "ConnectorId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "MessageRef" TEXT NOT NULL,
    "InReplyTo" TEXT NULL,
    "ReferencesJson" TEXT NOT NULL,
    "ThreadRef" TEXT NULL,
    "State" TEXT NOT NULL,
    "StateReason" TEXT NOT NULL,
    "DueAt" INTEGER NULL,
    "LeaseUntil" INTEGER NULL,
    "Fence" INTEGER NOT NULL,
    "IntendedAt" INTEGER NULL,
    "Attempts" INTEGER NOT NULL,
    "Tries" INTEGER NOT NULL,
    "Receipt" TEXT NULL,
    "QueuedById" TEXT NOT NULL,
    "QueuedByName" TEXT NOT NULL,
    "QueuedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "IX_reply_deliveries_CaseId_Key" ON reply_deliveries ("CaseId", "Key");
CREATE INDEX "IX_reply_deliveries_DueAt" ON reply_deliveries ("DueAt") WHERE "DueAt" IS NOT NULL;
CREATE INDEX "IX_reply_deliveries_not_sent" ON reply_deliveries ("QueuedAt") WHERE "State" <> 'Sent';

-- What sends replies, and which channel goes through which.
CREATE TABLE channel_connectors (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "SettingsJson" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE channel_routes (
    "Channel" TEXT NOT NULL PRIMARY KEY,
    "ConnectorId" TEXT NOT NULL
);

-- A stage whose inputs and result are those of an earlier run, and the records that a run read, for a run that follows soon.
ALTER TABLE preparation_stages ADD COLUMN "SameAsRun" INTEGER NULL;
CREATE TABLE preparation_records (
    "CaseId" TEXT NOT NULL PRIMARY KEY,
    "InputsDigest" TEXT NOT NULL,
    "ReadAt" INTEGER NOT NULL,
    "RecordsJson" TEXT NOT NULL
);

ALTER TABLE case_imports ADD COLUMN "Joined" INTEGER NOT NULL DEFAULT 0;
