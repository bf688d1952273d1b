-- AlterTable
ALTER TABLE "Event" ADD COLUMN "bulkJobId" TEXT;

-- CreateIndex
CREATE INDEX "Event_connector_profile" ON "Event"("account", "region", "connectorProfileName", "id") WHERE connectorProfileName IS NOT NULL;

-- CreateIndex
CREATE INDEX "Event_connector" ON "Event"("account", "region", "connectorLabel", "id") WHERE connectorLabel IS NOT NULL;

-- CreateIndex
CREATE INDEX "Event_bulk_job" ON "Event"("account", "region", "bulkJobId", "id") WHERE bulkJobId IS NOT NULL;

-- CreateIndex
CREATE INDEX "Flow_stopped_until" ON "Flow"("account", "region", "startsAgainAt") WHERE startsAgainAt IS NOT NULL;
