CREATE TABLE audit_log (
    "Sequence" INTEGER NOT NULL PRIMARY KEY,
    "At" INTEGER NOT NULL,
    "ActorKind" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "Event" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "DetailsJson" TEXT NOT NULL,
    "CaseId" TEXT NULL,
    "PreviousHash" TEXT NOT NULL,
    "Hash" TEXT NOT NULL
);
CREATE INDEX "IX_audit_log_At" ON audit_log ("At");
CREATE INDEX "IX_audit_log_ActorId_Sequence" ON audit_log ("ActorId", "Sequence");
CREATE INDEX "IX_audit_log_CaseId_Sequence" ON audit_log ("CaseId", "Sequence");
CREATE INDEX "IX_audit_log_Event_Sequence" ON audit_log ("Event", "Sequence");
CREATE INDEX "IX_audit_log_Subject_Sequence" ON audit_log ("Subject", "Sequence");

CREATE TABLE audit_head (
    "Id" INTEGER NOT NULL PRIMARY KEY CHECK ("Id" = 1),
    "Sequence" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL
);
INSERT INTO audit_head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TRIGGER audit_log_appends_only BEFORE INSERT ON audit_log
WHEN NOT EXISTS (SELECT 1 FROM audit_head WHERE "Sequence" = NEW."Sequence" - 1 AND "Hash" = NEW."PreviousHash")
BEGIN SELECT RAISE(ABORT, 'the audit log only grows at its end'); END;

CREATE TRIGGER audit_log_moves_its_head AFTER INSERT ON audit_log
BEGIN UPDATE audit_head SET "Sequence" = NEW."Sequence", "Hash" = NEW."Hash"; END;

CREATE TRIGGER audit_log_is_never_changed BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;

CREATE TRIGGER audit_log_is_never_cut BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is never cut'); END;

CREATE TRIGGER audit_head_follows_the_log BEFORE UPDATE ON audit_head
WHEN NEW."Sequence" <> OLD."Sequence" + 1
    OR NOT EXISTS (SELECT 1 FROM audit_log WHERE "Sequence" = NEW."Sequence" AND "Hash" = NEW."Hash")
BEGIN SELECT RAISE(ABORT, 'the head of the audit log follows the log'); END;

CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
BEGIN SELECT RAISE(ABORT, 'the head of the audit log stays'); END;
