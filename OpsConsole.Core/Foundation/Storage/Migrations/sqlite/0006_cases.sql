CREATE TABLE cases (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "Number" INTEGER NOT NULL,
    "Subject" TEXT NOT NULL,
    "CaseTypeId" TEXT NULL,
    "TypeConfidence" REAL NULL,
    "Stage" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "ExternalId" TEXT NULL,
    "CustomerHint" TEXT NULL,
    "CustomerRecord" TEXT NULL,
    "CustomerName" TEXT NULL,
    "ValueAtRisk" INTEGER NOT NULL,
    "Currency" TEXT NULL,
    "UrgentAt" INTEGER NOT NULL,
    "Best" TEXT NOT NULL,
    "Readiness" TEXT NOT NULL,
    "Missing" TEXT NOT NULL,
    "Summary" TEXT NOT NULL,
    "Draft" TEXT NOT NULL,
    "AssigneeId" TEXT NULL,
    "AssigneeName" TEXT NULL,
    "OfferedToId" TEXT NULL,
    "OfferedToName" TEXT NULL,
    "OfferedById" TEXT NULL,
    "OfferedByName" TEXT NULL,
    "OfferNote" TEXT NOT NULL,
    "OpenedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "DueAt" INTEGER NULL,
    "AtRiskAt" INTEGER NULL,
    "PausedAt" INTEGER NULL,
    "WaitedFor" TEXT NOT NULL,
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
CREATE UNIQUE INDEX "IX_cases_Source_ExternalId" ON cases ("Source", "ExternalId");
CREATE INDEX "IX_cases_PrepareAt" ON cases ("PrepareAt") WHERE "PrepareAt" IS NOT NULL;

-- One index for each order in which open cases are listed, alone and behind the two filters that most lists start with.
-- Cases without a due time come last, hence the largest integer.
CREATE INDEX "IX_cases_open_urgent" ON cases ("UrgentAt", "Number") WHERE "Stage" <> 'Closed';
CREATE INDEX "IX_cases_open_due" ON cases (coalesce("DueAt", 9223372036854775807), "Number") WHERE "Stage" <> 'Closed';
CREATE INDEX "IX_cases_open_age" ON cases ("OpenedAt", "Number") WHERE "Stage" <> 'Closed';
CREATE INDEX "IX_cases_open_queue_urgent" ON cases ("Queue", "UrgentAt", "Number") WHERE "Stage" <> 'Closed';
CREATE INDEX "IX_cases_open_queue_due" ON cases ("Queue", coalesce("DueAt", 9223372036854775807), "Number") WHERE "Stage" <> 'Closed';
CREATE INDEX "IX_cases_open_queue_age" ON cases ("Queue", "OpenedAt", "Number") WHERE "Stage" <> 'Closed';
CREATE INDEX "IX_cases_open_assignee_urgent" ON cases ("AssigneeId", "UrgentAt", "Number") WHERE "Stage" <> 'Closed';
CREATE INDEX "IX_cases_open_assignee_due" ON cases ("AssigneeId", coalesce("DueAt", 9223372036854775807), "Number") WHERE "Stage" <> 'Closed';
CREATE INDEX "IX_cases_open_assignee_age" ON cases ("AssigneeId", "OpenedAt", "Number") WHERE "Stage" <> 'Closed';
CREATE INDEX "IX_cases_open_best_urgent" ON cases ("Best", "UrgentAt", "Number") WHERE "Stage" <> 'Closed';
CREATE INDEX "IX_cases_open_type_urgent" ON cases ("CaseTypeId", "UrgentAt", "Number") WHERE "Stage" <> 'Closed';
CREATE INDEX "IX_cases_open_paused" ON cases ("PausedAt", "Number") WHERE "Stage" <> 'Closed' AND "PausedAt" IS NOT NULL;
CREATE INDEX "IX_cases_offered_to" ON cases ("OfferedToId") WHERE "OfferedToId" IS NOT NULL;
CREATE INDEX "IX_cases_offered_by" ON cases ("OfferedById") WHERE "OfferedById" IS NOT NULL;
CREATE INDEX "IX_cases_closed" ON cases ("ResolvedAt", "Number") WHERE "Stage" = 'Closed';
CREATE INDEX "IX_cases_CustomerRecord" ON cases ("CustomerRecord", "OpenedAt") WHERE "CustomerRecord" IS NOT NULL;

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

-- The text index keeps no copy of the text. Its row is the case's number; a new message writes the row anew.
CREATE VIRTUAL TABLE case_text USING fts5(
    number, subject, customer, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE TRIGGER cases_text_customer AFTER UPDATE OF "Subject", "CustomerName" ON cases
WHEN old."Subject" IS NOT new."Subject" OR old."CustomerName" IS NOT new."CustomerName"
BEGIN
    INSERT OR REPLACE INTO case_text (rowid, number, subject, customer, body)
    SELECT new."Number", new."Number", new."Subject", coalesce(new."CustomerName", ''), coalesce(group_concat("Body", char(10)), '')
    FROM case_messages WHERE "CaseId" = new."Id";
END;
CREATE TRIGGER case_messages_text AFTER INSERT ON case_messages
BEGIN
    INSERT OR REPLACE INTO case_text (rowid, number, subject, customer, body)
    SELECT c."Number", c."Number", c."Subject", coalesce(c."CustomerName", ''),
        (SELECT group_concat("Body", char(10)) FROM case_messages WHERE "CaseId" = c."Id")
    FROM cases c WHERE c."Id" = new."CaseId";
END;

-- What a sender asked for under an idempotency key, and what it was answered.
CREATE TABLE intake_requests (
    "Source" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Digest" TEXT NOT NULL,
    "CaseId" TEXT NOT NULL,
    "CaseNumber" INTEGER NOT NULL,
    "MessageId" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    PRIMARY KEY ("Source", "Key")
);

CREATE TABLE case_imports (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "FileName" TEXT NOT NULL,
    "StartedById" TEXT NOT NULL,
    "StartedByName" TEXT NOT NULL,
    "StartedAt" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "Bytes" INTEGER NOT NULL,
    "BytesRead" INTEGER NOT NULL,
    "Lines" INTEGER NOT NULL,
    "Opened" INTEGER NOT NULL,
    "Known" INTEGER NOT NULL,
    "Refused" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL,
    "Failure" TEXT NOT NULL
);
CREATE INDEX "IX_case_imports_StartedAt" ON case_imports ("StartedAt");

CREATE TABLE case_import_problems (
    "ImportId" TEXT NOT NULL,
    "Line" INTEGER NOT NULL,
    "What" TEXT NOT NULL,
    "Why" TEXT NOT NULL,
    PRIMARY KEY ("ImportId", "Line")
);
