CREATE TABLE map_nodes (
    "Pack" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "BodyJson" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "DeclaredAt" INTEGER NOT NULL,
    "WitnessedAt" INTEGER NULL,
    PRIMARY KEY ("Pack", "Kind", "Id")
);

CREATE TABLE map_links (
    "Pack" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Relation" TEXT NOT NULL,
    "Target" TEXT NOT NULL,
    PRIMARY KEY ("Pack", "Source", "Relation", "Target")
);
