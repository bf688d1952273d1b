-- CreateIndex
CREATE INDEX "Event_by_people" ON "Event"("account", "region", "id") WHERE isRoutine = 0 AND outcome = 'changed' AND via NOT IN ('runner', 'service') AND (bulkJobId IS NULL OR flowName IS NULL);
