CREATE TABLE policy_versions (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "PolicyId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Owner" TEXT NOT NULL,
    "GovernsJson" TEXT NOT NULL,
    "File" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Digest" TEXT NOT NULL,
    "PublishedAt" INTEGER NOT NULL,
    "PublishedBy" TEXT NOT NULL,
    "PublishedByName" TEXT NOT NULL
);
CREATE UNIQUE INDEX "IX_policy_versions_PolicyId_Version" ON policy_versions ("PolicyId", "Version");
