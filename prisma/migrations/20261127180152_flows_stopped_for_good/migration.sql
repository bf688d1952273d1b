-- CreateIndex
CREATE INDEX "Flow_stopped_for_good" ON "Flow"("account", "region", "statusChangedAt") WHERE flowStatus = 'Suspended' AND stoppedByFailures = 0 AND startsAgainAt IS NULL;
