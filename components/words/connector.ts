/** AppFlow's connector types under the names that their makers use; the others are named by their type. */
const names = new Map([
  ['S3', 'Amazon S3'],
  ['Redshift', 'Amazon Redshift'],
  ['EventBridge', 'Amazon EventBridge'],
  ['LookoutMetrics', 'Amazon Lookout for Metrics'],
  ['Honeycode', 'Amazon Honeycode'],
  ['CustomerProfiles', 'Amazon Connect Customer Profiles'],
  ['Googleanalytics', 'Google Analytics'],
  ['Servicenow', 'ServiceNow'],
  ['Trendmicro', 'Trend Micro'],
  ['Infornexus', 'Infor Nexus'],
  ['SAPOData', 'SAP OData'],
  ['CustomConnector', 'Custom connector'],
]);

/** A connector as people know it: "Amazon S3" for `S3`. */
export function connectorInWords(connector: string): string {
  return names.get(connector) ?? connector;
}
