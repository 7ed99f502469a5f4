ALTER TABLE case_messages ADD COLUMN "Files" TEXT NULL;
