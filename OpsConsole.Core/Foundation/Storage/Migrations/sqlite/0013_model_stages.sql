-- What a model wrote is kept with what the evidence says to it.
ALTER TABLE cases ADD COLUMN "SummaryCheckJson" TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN "DraftCheckJson" TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN "DraftLanguage" TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN "PreparedWith" TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN "ModelNote" TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN "SuspiciousJson" TEXT NOT NULL DEFAULT '';
