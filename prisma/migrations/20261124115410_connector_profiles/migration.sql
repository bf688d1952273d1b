-- CreateTable
CREATE TABLE "ConnectorProfile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "connectorProfileName" TEXT NOT NULL,
    "connectorType" TEXT NOT NULL,
    "connectorLabel" TEXT,
    "connectionMode" TEXT NOT NULL,
    "connectorProfileProperties" TEXT NOT NULL,
    "kmsArn" TEXT,
    "createdAt" DATETIME NOT NULL,
    "lastUpdatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RegisteredConnector" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "connectorLabel" TEXT NOT NULL,
    "description" TEXT,
    "connectorProvisioningConfig" TEXT NOT NULL,
    "registeredAt" DATETIME NOT NULL,
    "registeredBy" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "ConnectorProfile_account_region_connectorLabel_idx" ON "ConnectorProfile"("account", "region", "connectorLabel");

-- CreateIndex
CREATE UNIQUE INDEX "ConnectorProfile_account_region_connectorProfileName_key" ON "ConnectorProfile"("account", "region", "connectorProfileName");

-- CreateIndex
CREATE UNIQUE INDEX "RegisteredConnector_account_region_connectorLabel_key" ON "RegisteredConnector"("account", "region", "connectorLabel");
