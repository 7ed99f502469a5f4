-- Providers of models; the name stands in exchanges and in the log and does not change.
CREATE TABLE model_providers (
    "Name" TEXT NOT NULL PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "BaseUrl" TEXT NOT NULL,
    "ApiVersion" TEXT NOT NULL,
    "FastModel" TEXT NULL,
    "CarefulModel" TEXT NULL,
    "Position" INTEGER NOT NULL,
    "Region" TEXT NOT NULL,
    "ConnectSeconds" INTEGER NOT NULL,
    "FirstTokenSeconds" INTEGER NOT NULL,
    "WholeSeconds" INTEGER NOT NULL,
    "MostAnswerBytes" INTEGER NOT NULL,
    "InputPrice" INTEGER NOT NULL,
    "OutputPrice" INTEGER NOT NULL,
    "IsOn" INTEGER NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

-- Apart from the provider, so that no list carries it by accident.
CREATE TABLE model_keys (
    "Provider" TEXT NOT NULL PRIMARY KEY,
    "Protected" TEXT NOT NULL,
    "SetAt" INTEGER NOT NULL,
    "SetBy" TEXT NOT NULL
);

-- One row.
CREATE TABLE model_limits (
    "Id" INTEGER NOT NULL PRIMARY KEY,
    "CaseTokens" INTEGER NOT NULL,
    "DayTokens" INTEGER NOT NULL,
    "CaseCost" INTEGER NOT NULL,
    "DayCost" INTEGER NOT NULL,
    "Currency" TEXT NOT NULL,
    "MostExchangeBytes" INTEGER NOT NULL,
    "ChangedAt" INTEGER NULL,
    "ChangedBy" TEXT NULL
);

CREATE TABLE model_allowances (
    "CaseType" TEXT NOT NULL PRIMARY KEY,
    "ProvidersJson" TEXT NOT NULL,
    "RegionsJson" TEXT NOT NULL
);

-- What a case, a day, or the kept texts have used, reservations included.
CREATE TABLE model_use (
    "Scope" TEXT NOT NULL PRIMARY KEY,
    "Tokens" INTEGER NOT NULL,
    "Cost" INTEGER NOT NULL,
    "Bytes" INTEGER NOT NULL
);

CREATE TABLE model_exchanges (
    "Id" TEXT NOT NULL PRIMARY KEY,
    "StartedAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL,
    "CaseId" TEXT NULL,
    "Run" INTEGER NOT NULL,
    "CaseType" TEXT NULL,
    "Prompt" TEXT NOT NULL,
    "PromptVersion" INTEGER NOT NULL,
    "PromptDigest" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Provider" TEXT NOT NULL,
    "Region" TEXT NOT NULL,
    "Model" TEXT NOT NULL,
    "Attempt" INTEGER NOT NULL,
    "RequestText" TEXT NOT NULL,
    "AnswerText" TEXT NOT NULL,
    "VeilProtected" TEXT NULL,
    "ReservedTokens" INTEGER NOT NULL,
    "ReservedCost" INTEGER NOT NULL,
    "InputTokens" INTEGER NOT NULL,
    "OutputTokens" INTEGER NOT NULL,
    "IsUsageKnown" INTEGER NOT NULL,
    "Cost" INTEGER NOT NULL,
    "Currency" TEXT NOT NULL,
    "FirstTokenMs" INTEGER NULL,
    "Outcome" TEXT NOT NULL,
    "Sentence" TEXT NOT NULL,
    "Bytes" INTEGER NOT NULL
);
CREATE INDEX "IX_model_exchanges_CaseId_Id" ON model_exchanges ("CaseId", "Id");
