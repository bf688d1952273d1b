// Made from api-model.json by contract/generate.ts (npx tsx contract/generate.ts): do not edit.
// Every shape that an operation's input or output can reach, each after the shapes that it uses.

import { z } from 'zod';
import { enumeration, enumMap, integer, list, long, map, text, timestamp } from './constraints';

export const FlowName = text({ max: 256, pattern: '[a-zA-Z0-9][\\w!@#.-]+' });
export type FlowName = z.infer<typeof FlowName>;

export const ExecutionId = text({ max: 256, pattern: '\\S+' });
export type ExecutionId = z.infer<typeof ExecutionId>;

export const ExecutionIds = list(ExecutionId, { min: 0, max: 100 });
export type ExecutionIds = z.infer<typeof ExecutionIds>;

export const CancelFlowExecutionsRequest = z.object({
  flowName: FlowName,
  executionIds: ExecutionIds.optional(),
});
export type CancelFlowExecutionsRequest = z.infer<typeof CancelFlowExecutionsRequest>;

export const CancelFlowExecutionsResponse = z.object({
  invalidExecutions: ExecutionIds.optional(),
});
export type CancelFlowExecutionsResponse = z.infer<typeof CancelFlowExecutionsResponse>;

export const ConnectorProfileName = text({ max: 256, pattern: '[\\w/!@#+=.-]+' });
export type ConnectorProfileName = z.infer<typeof ConnectorProfileName>;

export const KMSArn = text({ min: 20, max: 2048, pattern: 'arn:aws:kms:.*:[0-9]+:.*' });
export type KMSArn = z.infer<typeof KMSArn>;

export const ConnectorType = enumeration([
  'Salesforce',
  'Singular',
  'Slack',
  'Redshift',
  'S3',
  'Marketo',
  'Googleanalytics',
  'Zendesk',
  'Servicenow',
  'Datadog',
  'Trendmicro',
  'Snowflake',
  'Dynatrace',
  'Infornexus',
  'Amplitude',
  'Veeva',
  'EventBridge',
  'LookoutMetrics',
  'Upsolver',
  'Honeycode',
  'CustomerProfiles',
  'SAPOData',
  'CustomConnector',
  'Pardot',
]);
export type ConnectorType = z.infer<typeof ConnectorType>;

export const ConnectorLabel = text({ max: 256, pattern: '[a-zA-Z0-9][\\w!@#.-]+' });
export type ConnectorLabel = z.infer<typeof ConnectorLabel>;

export const ConnectionMode = enumeration(['Public', 'Private']);
export type ConnectionMode = z.infer<typeof ConnectionMode>;

export const AmplitudeConnectorProfileProperties = z.object({});
export type AmplitudeConnectorProfileProperties = z.infer<typeof AmplitudeConnectorProfileProperties>;

export const InstanceUrl = text({ max: 256, pattern: '\\S+' });
export type InstanceUrl = z.infer<typeof InstanceUrl>;

export const DatadogConnectorProfileProperties = z.object({
  instanceUrl: InstanceUrl,
});
export type DatadogConnectorProfileProperties = z.infer<typeof DatadogConnectorProfileProperties>;

export const DynatraceConnectorProfileProperties = z.object({
  instanceUrl: InstanceUrl,
});
export type DynatraceConnectorProfileProperties = z.infer<typeof DynatraceConnectorProfileProperties>;

export const GoogleAnalyticsConnectorProfileProperties = z.object({});
export type GoogleAnalyticsConnectorProfileProperties = z.infer<
  typeof GoogleAnalyticsConnectorProfileProperties
>;

export const HoneycodeConnectorProfileProperties = z.object({});
export type HoneycodeConnectorProfileProperties = z.infer<typeof HoneycodeConnectorProfileProperties>;

export const InforNexusConnectorProfileProperties = z.object({
  instanceUrl: InstanceUrl,
});
export type InforNexusConnectorProfileProperties = z.infer<typeof InforNexusConnectorProfileProperties>;

export const MarketoConnectorProfileProperties = z.object({
  instanceUrl: InstanceUrl,
});
export type MarketoConnectorProfileProperties = z.infer<typeof MarketoConnectorProfileProperties>;

export const DatabaseUrl = text({ max: 512, pattern: '\\S+' });
export type DatabaseUrl = z.infer<typeof DatabaseUrl>;

export const BucketName = text({ min: 3, max: 63, pattern: '\\S+' });
export type BucketName = z.infer<typeof BucketName>;

export const BucketPrefix = text({ max: 512, pattern: '.*' });
export type BucketPrefix = z.infer<typeof BucketPrefix>;

export const RoleArn = text({ max: 512, pattern: 'arn:aws:iam:.*:[0-9]+:.*' });
export type RoleArn = z.infer<typeof RoleArn>;

export const DataApiRoleArn = text({ max: 512, pattern: 'arn:aws:iam:.*:[0-9]+:.*' });
export type DataApiRoleArn = z.infer<typeof DataApiRoleArn>;

export const BooleanShape = z.boolean();
export type BooleanShape = z.infer<typeof BooleanShape>;

export const ClusterIdentifier = text({ max: 512, pattern: '\\S+' });
export type ClusterIdentifier = z.infer<typeof ClusterIdentifier>;

export const WorkgroupName = text({ max: 512, pattern: '\\S+' });
export type WorkgroupName = z.infer<typeof WorkgroupName>;

export const DatabaseName = text({ max: 512, pattern: '\\S+' });
export type DatabaseName = z.infer<typeof DatabaseName>;

export const RedshiftConnectorProfileProperties = z.object({
  databaseUrl: DatabaseUrl.optional(),
  bucketName: BucketName,
  bucketPrefix: BucketPrefix.optional(),
  roleArn: RoleArn,
  dataApiRoleArn: DataApiRoleArn.optional(),
  isRedshiftServerless: BooleanShape.optional(),
  clusterIdentifier: ClusterIdentifier.optional(),
  workgroupName: WorkgroupName.optional(),
  databaseName: DatabaseName.optional(),
});
export type RedshiftConnectorProfileProperties = z.infer<typeof RedshiftConnectorProfileProperties>;

export const SalesforceConnectorProfileProperties = z.object({
  instanceUrl: InstanceUrl.optional(),
  isSandboxEnvironment: BooleanShape.optional(),
  usePrivateLinkForMetadataAndAuthorization: BooleanShape.optional(),
});
export type SalesforceConnectorProfileProperties = z.infer<typeof SalesforceConnectorProfileProperties>;

export const ServiceNowConnectorProfileProperties = z.object({
  instanceUrl: InstanceUrl,
});
export type ServiceNowConnectorProfileProperties = z.infer<typeof ServiceNowConnectorProfileProperties>;

export const SingularConnectorProfileProperties = z.object({});
export type SingularConnectorProfileProperties = z.infer<typeof SingularConnectorProfileProperties>;

export const SlackConnectorProfileProperties = z.object({
  instanceUrl: InstanceUrl,
});
export type SlackConnectorProfileProperties = z.infer<typeof SlackConnectorProfileProperties>;

export const Warehouse = text({ max: 512, pattern: '[\\s\\w/!@#+=.-]*' });
export type Warehouse = z.infer<typeof Warehouse>;

export const Stage = text({ max: 512, pattern: '\\S+' });
export type Stage = z.infer<typeof Stage>;

export const PrivateLinkServiceName = text({ max: 512, pattern: '^$|com.amazonaws.vpce.[\\w/!:@#.\\-]+' });
export type PrivateLinkServiceName = z.infer<typeof PrivateLinkServiceName>;

export const AccountName = text({ max: 512, pattern: '\\S+' });
export type AccountName = z.infer<typeof AccountName>;

export const Region = text({ max: 64, pattern: '\\S+' });
export type Region = z.infer<typeof Region>;

export const SnowflakeConnectorProfileProperties = z.object({
  warehouse: Warehouse,
  stage: Stage,
  bucketName: BucketName,
  bucketPrefix: BucketPrefix.optional(),
  privateLinkServiceName: PrivateLinkServiceName.optional(),
  accountName: AccountName.optional(),
  region: Region.optional(),
});
export type SnowflakeConnectorProfileProperties = z.infer<typeof SnowflakeConnectorProfileProperties>;

export const TrendmicroConnectorProfileProperties = z.object({});
export type TrendmicroConnectorProfileProperties = z.infer<typeof TrendmicroConnectorProfileProperties>;

export const VeevaConnectorProfileProperties = z.object({
  instanceUrl: InstanceUrl,
});
export type VeevaConnectorProfileProperties = z.infer<typeof VeevaConnectorProfileProperties>;

export const ZendeskConnectorProfileProperties = z.object({
  instanceUrl: InstanceUrl,
});
export type ZendeskConnectorProfileProperties = z.infer<typeof ZendeskConnectorProfileProperties>;

export const ApplicationHostUrl = text({
  max: 256,
  pattern: '^(https?)://[-a-zA-Z0-9+&@#/%?=~_|!:,.;]*[-a-zA-Z0-9+&@#/%=~_|]',
});
export type ApplicationHostUrl = z.infer<typeof ApplicationHostUrl>;

export const ApplicationServicePath = text({ max: 512, pattern: '\\S+' });
export type ApplicationServicePath = z.infer<typeof ApplicationServicePath>;

export const PortNumber = integer({ min: 1, max: 65535 });
export type PortNumber = z.infer<typeof PortNumber>;

export const ClientNumber = text({ min: 3, max: 3, pattern: '^\\d{3}$' });
export type ClientNumber = z.infer<typeof ClientNumber>;

export const LogonLanguage = text({ max: 2, pattern: '^[a-zA-Z0-9_]*$' });
export type LogonLanguage = z.infer<typeof LogonLanguage>;

export const TokenUrl = text({
  max: 256,
  pattern: '^(https?)://[-a-zA-Z0-9+&@#/%?=~_|!:,.;]*[-a-zA-Z0-9+&@#/%=~_|]',
});
export type TokenUrl = z.infer<typeof TokenUrl>;

export const AuthCodeUrl = text({
  max: 256,
  pattern: '^(https?)://[-a-zA-Z0-9+&@#/%?=~_|!:,.;]*[-a-zA-Z0-9+&@#/%=~_|]',
});
export type AuthCodeUrl = z.infer<typeof AuthCodeUrl>;

export const OAuthScope = text({ max: 128, pattern: '\\S+' });
export type OAuthScope = z.infer<typeof OAuthScope>;

export const OAuthScopeList = list(OAuthScope);
export type OAuthScopeList = z.infer<typeof OAuthScopeList>;

export const OAuthProperties = z.object({
  tokenUrl: TokenUrl,
  authCodeUrl: AuthCodeUrl,
  oAuthScopes: OAuthScopeList,
});
export type OAuthProperties = z.infer<typeof OAuthProperties>;

export const SAPODataConnectorProfileProperties = z.object({
  applicationHostUrl: ApplicationHostUrl,
  applicationServicePath: ApplicationServicePath,
  portNumber: PortNumber,
  clientNumber: ClientNumber,
  logonLanguage: LogonLanguage.optional(),
  privateLinkServiceName: PrivateLinkServiceName.optional(),
  oAuthProperties: OAuthProperties.optional(),
  disableSSO: BooleanShape.optional(),
});
export type SAPODataConnectorProfileProperties = z.infer<typeof SAPODataConnectorProfileProperties>;

export const ProfilePropertyKey = text({ min: 1, max: 128, pattern: '[\\w]+' });
export type ProfilePropertyKey = z.infer<typeof ProfilePropertyKey>;

export const ProfilePropertyValue = text({ max: 2048, pattern: '\\S+' });
export type ProfilePropertyValue = z.infer<typeof ProfilePropertyValue>;

export const ProfilePropertiesMap = map(ProfilePropertyKey, ProfilePropertyValue, { min: 0, max: 50 });
export type ProfilePropertiesMap = z.infer<typeof ProfilePropertiesMap>;

export const OAuth2GrantType = enumeration(['CLIENT_CREDENTIALS', 'AUTHORIZATION_CODE', 'JWT_BEARER']);
export type OAuth2GrantType = z.infer<typeof OAuth2GrantType>;

export const CustomPropertyKey = text({ min: 1, max: 128, pattern: '[\\w]+' });
export type CustomPropertyKey = z.infer<typeof CustomPropertyKey>;

export const CustomPropertyValue = text({ max: 2048, pattern: '\\S+' });
export type CustomPropertyValue = z.infer<typeof CustomPropertyValue>;

export const TokenUrlCustomProperties = map(CustomPropertyKey, CustomPropertyValue, { min: 0, max: 50 });
export type TokenUrlCustomProperties = z.infer<typeof TokenUrlCustomProperties>;

export const OAuth2Properties = z.object({
  tokenUrl: TokenUrl,
  oAuth2GrantType: OAuth2GrantType,
  tokenUrlCustomProperties: TokenUrlCustomProperties.optional(),
});
export type OAuth2Properties = z.infer<typeof OAuth2Properties>;

export const CustomConnectorProfileProperties = z.object({
  profileProperties: ProfilePropertiesMap.optional(),
  oAuth2Properties: OAuth2Properties.optional(),
});
export type CustomConnectorProfileProperties = z.infer<typeof CustomConnectorProfileProperties>;

export const BusinessUnitId = text({ max: 18, pattern: '\\S+' });
export type BusinessUnitId = z.infer<typeof BusinessUnitId>;

export const PardotConnectorProfileProperties = z.object({
  instanceUrl: InstanceUrl.optional(),
  isSandboxEnvironment: BooleanShape.optional(),
  businessUnitId: BusinessUnitId.optional(),
});
export type PardotConnectorProfileProperties = z.infer<typeof PardotConnectorProfileProperties>;

export const ConnectorProfileProperties = z.object({
  Amplitude: AmplitudeConnectorProfileProperties.optional(),
  Datadog: DatadogConnectorProfileProperties.optional(),
  Dynatrace: DynatraceConnectorProfileProperties.optional(),
  GoogleAnalytics: GoogleAnalyticsConnectorProfileProperties.optional(),
  Honeycode: HoneycodeConnectorProfileProperties.optional(),
  InforNexus: InforNexusConnectorProfileProperties.optional(),
  Marketo: MarketoConnectorProfileProperties.optional(),
  Redshift: RedshiftConnectorProfileProperties.optional(),
  Salesforce: SalesforceConnectorProfileProperties.optional(),
  ServiceNow: ServiceNowConnectorProfileProperties.optional(),
  Singular: SingularConnectorProfileProperties.optional(),
  Slack: SlackConnectorProfileProperties.optional(),
  Snowflake: SnowflakeConnectorProfileProperties.optional(),
  Trendmicro: TrendmicroConnectorProfileProperties.optional(),
  Veeva: VeevaConnectorProfileProperties.optional(),
  Zendesk: ZendeskConnectorProfileProperties.optional(),
  SAPOData: SAPODataConnectorProfileProperties.optional(),
  CustomConnector: CustomConnectorProfileProperties.optional(),
  Pardot: PardotConnectorProfileProperties.optional(),
});
export type ConnectorProfileProperties = z.infer<typeof ConnectorProfileProperties>;

export const ApiKey = text({ max: 256, pattern: '\\S+', sensitive: true });
export type ApiKey = z.infer<typeof ApiKey>;

export const SecretKey = text({ max: 256, pattern: '\\S+', sensitive: true });
export type SecretKey = z.infer<typeof SecretKey>;

export const AmplitudeConnectorProfileCredentials = z.object({
  apiKey: ApiKey,
  secretKey: SecretKey,
});
export type AmplitudeConnectorProfileCredentials = z.infer<typeof AmplitudeConnectorProfileCredentials>;

export const ApplicationKey = text({ max: 512, pattern: '\\S+' });
export type ApplicationKey = z.infer<typeof ApplicationKey>;

export const DatadogConnectorProfileCredentials = z.object({
  apiKey: ApiKey,
  applicationKey: ApplicationKey,
});
export type DatadogConnectorProfileCredentials = z.infer<typeof DatadogConnectorProfileCredentials>;

export const ApiToken = text({ max: 256, pattern: '\\S+' });
export type ApiToken = z.infer<typeof ApiToken>;

export const DynatraceConnectorProfileCredentials = z.object({
  apiToken: ApiToken,
});
export type DynatraceConnectorProfileCredentials = z.infer<typeof DynatraceConnectorProfileCredentials>;

export const ClientId = text({ max: 512, pattern: '\\S+' });
export type ClientId = z.infer<typeof ClientId>;

export const ClientSecret = text({ max: 512, pattern: '\\S+', sensitive: true });
export type ClientSecret = z.infer<typeof ClientSecret>;

export const AccessToken = text({ max: 4096, pattern: '\\S+', sensitive: true });
export type AccessToken = z.infer<typeof AccessToken>;

export const RefreshToken = text({ max: 4096, pattern: '\\S+' });
export type RefreshToken = z.infer<typeof RefreshToken>;

export const AuthCode = text({ max: 4096, pattern: '\\S+' });
export type AuthCode = z.infer<typeof AuthCode>;

export const RedirectUri = text({ max: 512, pattern: '\\S+' });
export type RedirectUri = z.infer<typeof RedirectUri>;

export const ConnectorOAuthRequest = z.object({
  authCode: AuthCode.optional(),
  redirectUri: RedirectUri.optional(),
});
export type ConnectorOAuthRequest = z.infer<typeof ConnectorOAuthRequest>;

export const GoogleAnalyticsConnectorProfileCredentials = z.object({
  clientId: ClientId,
  clientSecret: ClientSecret,
  accessToken: AccessToken.optional(),
  refreshToken: RefreshToken.optional(),
  oAuthRequest: ConnectorOAuthRequest.optional(),
});
export type GoogleAnalyticsConnectorProfileCredentials = z.infer<
  typeof GoogleAnalyticsConnectorProfileCredentials
>;

export const HoneycodeConnectorProfileCredentials = z.object({
  accessToken: AccessToken.optional(),
  refreshToken: RefreshToken.optional(),
  oAuthRequest: ConnectorOAuthRequest.optional(),
});
export type HoneycodeConnectorProfileCredentials = z.infer<typeof HoneycodeConnectorProfileCredentials>;

export const AccessKeyId = text({ max: 256, pattern: '\\S+', sensitive: true });
export type AccessKeyId = z.infer<typeof AccessKeyId>;

export const Username = text({ max: 512, pattern: '\\S+' });
export type Username = z.infer<typeof Username>;

export const Key = text({ max: 512, pattern: '\\S+' });
export type Key = z.infer<typeof Key>;

export const InforNexusConnectorProfileCredentials = z.object({
  accessKeyId: AccessKeyId,
  userId: Username,
  secretAccessKey: Key,
  datakey: Key,
});
export type InforNexusConnectorProfileCredentials = z.infer<typeof InforNexusConnectorProfileCredentials>;

export const MarketoConnectorProfileCredentials = z.object({
  clientId: ClientId,
  clientSecret: ClientSecret,
  accessToken: AccessToken.optional(),
  oAuthRequest: ConnectorOAuthRequest.optional(),
});
export type MarketoConnectorProfileCredentials = z.infer<typeof MarketoConnectorProfileCredentials>;

export const StringShape = text({ max: 2048, pattern: '.*' });
export type StringShape = z.infer<typeof StringShape>;

export const Password = text({ max: 512, pattern: '.*', sensitive: true });
export type Password = z.infer<typeof Password>;

export const RedshiftConnectorProfileCredentials = z.object({
  username: StringShape.optional(),
  password: Password.optional(),
});
export type RedshiftConnectorProfileCredentials = z.infer<typeof RedshiftConnectorProfileCredentials>;

export const ClientCredentialsArn = text({
  min: 20,
  max: 2048,
  pattern: 'arn:aws:secretsmanager:.*:[0-9]+:.*',
  sensitive: true,
});
export type ClientCredentialsArn = z.infer<typeof ClientCredentialsArn>;

export const JwtToken = text({
  max: 8000,
  pattern: '^([a-zA-Z0-9_=]+)\\.([a-zA-Z0-9_=]+)\\.([a-zA-Z0-9_\\-\\+\\/=]*)',
  sensitive: true,
});
export type JwtToken = z.infer<typeof JwtToken>;

export const SalesforceConnectorProfileCredentials = z.object({
  accessToken: AccessToken.optional(),
  refreshToken: RefreshToken.optional(),
  oAuthRequest: ConnectorOAuthRequest.optional(),
  clientCredentialsArn: ClientCredentialsArn.optional(),
  oAuth2GrantType: OAuth2GrantType.optional(),
  jwtToken: JwtToken.optional(),
});
export type SalesforceConnectorProfileCredentials = z.infer<typeof SalesforceConnectorProfileCredentials>;

export const OAuth2Credentials = z.object({
  clientId: ClientId.optional(),
  clientSecret: ClientSecret.optional(),
  accessToken: AccessToken.optional(),
  refreshToken: RefreshToken.optional(),
  oAuthRequest: ConnectorOAuthRequest.optional(),
});
export type OAuth2Credentials = z.infer<typeof OAuth2Credentials>;

export const ServiceNowConnectorProfileCredentials = z.object({
  username: Username.optional(),
  password: Password.optional(),
  oAuth2Credentials: OAuth2Credentials.optional(),
});
export type ServiceNowConnectorProfileCredentials = z.infer<typeof ServiceNowConnectorProfileCredentials>;

export const SingularConnectorProfileCredentials = z.object({
  apiKey: ApiKey,
});
export type SingularConnectorProfileCredentials = z.infer<typeof SingularConnectorProfileCredentials>;

export const SlackConnectorProfileCredentials = z.object({
  clientId: ClientId,
  clientSecret: ClientSecret,
  accessToken: AccessToken.optional(),
  oAuthRequest: ConnectorOAuthRequest.optional(),
});
export type SlackConnectorProfileCredentials = z.infer<typeof SlackConnectorProfileCredentials>;

export const SnowflakeConnectorProfileCredentials = z.object({
  username: Username,
  password: Password,
});
export type SnowflakeConnectorProfileCredentials = z.infer<typeof SnowflakeConnectorProfileCredentials>;

export const ApiSecretKey = text({ max: 256, pattern: '\\S+', sensitive: true });
export type ApiSecretKey = z.infer<typeof ApiSecretKey>;

export const TrendmicroConnectorProfileCredentials = z.object({
  apiSecretKey: ApiSecretKey,
});
export type TrendmicroConnectorProfileCredentials = z.infer<typeof TrendmicroConnectorProfileCredentials>;

export const VeevaConnectorProfileCredentials = z.object({
  username: Username,
  password: Password,
});
export type VeevaConnectorProfileCredentials = z.infer<typeof VeevaConnectorProfileCredentials>;

export const ZendeskConnectorProfileCredentials = z.object({
  clientId: ClientId,
  clientSecret: ClientSecret,
  accessToken: AccessToken.optional(),
  oAuthRequest: ConnectorOAuthRequest.optional(),
});
export type ZendeskConnectorProfileCredentials = z.infer<typeof ZendeskConnectorProfileCredentials>;

export const BasicAuthCredentials = z.object({
  username: Username,
  password: Password,
});
export type BasicAuthCredentials = z.infer<typeof BasicAuthCredentials>;

export const OAuthCredentials = z.object({
  clientId: ClientId,
  clientSecret: ClientSecret,
  accessToken: AccessToken.optional(),
  refreshToken: RefreshToken.optional(),
  oAuthRequest: ConnectorOAuthRequest.optional(),
});
export type OAuthCredentials = z.infer<typeof OAuthCredentials>;

export const SAPODataConnectorProfileCredentials = z.object({
  basicAuthCredentials: BasicAuthCredentials.optional(),
  oAuthCredentials: OAuthCredentials.optional(),
});
export type SAPODataConnectorProfileCredentials = z.infer<typeof SAPODataConnectorProfileCredentials>;

export const AuthenticationType = enumeration(['OAUTH2', 'APIKEY', 'BASIC', 'CUSTOM']);
export type AuthenticationType = z.infer<typeof AuthenticationType>;

export const ApiKeyCredentials = z.object({
  apiKey: ApiKey,
  apiSecretKey: ApiSecretKey.optional(),
});
export type ApiKeyCredentials = z.infer<typeof ApiKeyCredentials>;

export const CustomAuthenticationType = text({ max: 256, pattern: '\\S+' });
export type CustomAuthenticationType = z.infer<typeof CustomAuthenticationType>;

export const CredentialsMapKey = text({ min: 1, max: 128, pattern: '[\\w]+', sensitive: true });
export type CredentialsMapKey = z.infer<typeof CredentialsMapKey>;

export const CredentialsMapValue = text({ max: 2048, pattern: '\\S+', sensitive: true });
export type CredentialsMapValue = z.infer<typeof CredentialsMapValue>;

export const CredentialsMap = map(CredentialsMapKey, CredentialsMapValue, { min: 0, max: 50 });
export type CredentialsMap = z.infer<typeof CredentialsMap>;

export const CustomAuthCredentials = z.object({
  customAuthenticationType: CustomAuthenticationType,
  credentialsMap: CredentialsMap.optional(),
});
export type CustomAuthCredentials = z.infer<typeof CustomAuthCredentials>;

export const CustomConnectorProfileCredentials = z.object({
  authenticationType: AuthenticationType,
  basic: BasicAuthCredentials.optional(),
  oauth2: OAuth2Credentials.optional(),
  apiKey: ApiKeyCredentials.optional(),
  custom: CustomAuthCredentials.optional(),
});
export type CustomConnectorProfileCredentials = z.infer<typeof CustomConnectorProfileCredentials>;

export const PardotConnectorProfileCredentials = z.object({
  accessToken: AccessToken.optional(),
  refreshToken: RefreshToken.optional(),
  oAuthRequest: ConnectorOAuthRequest.optional(),
  clientCredentialsArn: ClientCredentialsArn.optional(),
});
export type PardotConnectorProfileCredentials = z.infer<typeof PardotConnectorProfileCredentials>;

export const ConnectorProfileCredentials = z.object({
  Amplitude: AmplitudeConnectorProfileCredentials.optional(),
  Datadog: DatadogConnectorProfileCredentials.optional(),
  Dynatrace: DynatraceConnectorProfileCredentials.optional(),
  GoogleAnalytics: GoogleAnalyticsConnectorProfileCredentials.optional(),
  Honeycode: HoneycodeConnectorProfileCredentials.optional(),
  InforNexus: InforNexusConnectorProfileCredentials.optional(),
  Marketo: MarketoConnectorProfileCredentials.optional(),
  Redshift: RedshiftConnectorProfileCredentials.optional(),
  Salesforce: SalesforceConnectorProfileCredentials.optional(),
  ServiceNow: ServiceNowConnectorProfileCredentials.optional(),
  Singular: SingularConnectorProfileCredentials.optional(),
  Slack: SlackConnectorProfileCredentials.optional(),
  Snowflake: SnowflakeConnectorProfileCredentials.optional(),
  Trendmicro: TrendmicroConnectorProfileCredentials.optional(),
  Veeva: VeevaConnectorProfileCredentials.optional(),
  Zendesk: ZendeskConnectorProfileCredentials.optional(),
  SAPOData: SAPODataConnectorProfileCredentials.optional(),
  CustomConnector: CustomConnectorProfileCredentials.optional(),
  Pardot: PardotConnectorProfileCredentials.optional(),
});
export type ConnectorProfileCredentials = z.infer<typeof ConnectorProfileCredentials>;

export const ConnectorProfileConfig = z.object({
  connectorProfileProperties: ConnectorProfileProperties,
  connectorProfileCredentials: ConnectorProfileCredentials.optional(),
});
export type ConnectorProfileConfig = z.infer<typeof ConnectorProfileConfig>;

export const ClientToken = text({ min: 1, max: 256, pattern: '[ -~]+' });
export type ClientToken = z.infer<typeof ClientToken>;

export const CreateConnectorProfileRequest = z.object({
  connectorProfileName: ConnectorProfileName,
  kmsArn: KMSArn.optional(),
  connectorType: ConnectorType,
  connectorLabel: ConnectorLabel.optional(),
  connectionMode: ConnectionMode,
  connectorProfileConfig: ConnectorProfileConfig,
  clientToken: ClientToken.optional(),
});
export type CreateConnectorProfileRequest = z.infer<typeof CreateConnectorProfileRequest>;

export const ConnectorProfileArn = text({ max: 512, pattern: 'arn:aws:appflow:.*:[0-9]+:.*' });
export type ConnectorProfileArn = z.infer<typeof ConnectorProfileArn>;

export const CreateConnectorProfileResponse = z.object({
  connectorProfileArn: ConnectorProfileArn.optional(),
});
export type CreateConnectorProfileResponse = z.infer<typeof CreateConnectorProfileResponse>;

export const FlowDescription = text({ max: 2048, pattern: '[\\w!@#\\-.?,\\s]*' });
export type FlowDescription = z.infer<typeof FlowDescription>;

export const TriggerType = enumeration(['Scheduled', 'Event', 'OnDemand']);
export type TriggerType = z.infer<typeof TriggerType>;

export const ScheduleExpression = text({ max: 256, pattern: '.*' });
export type ScheduleExpression = z.infer<typeof ScheduleExpression>;

export const DataPullMode = enumeration(['Incremental', 'Complete']);
export type DataPullMode = z.infer<typeof DataPullMode>;

export const DateShape = timestamp();
export type DateShape = z.infer<typeof DateShape>;

export const Timezone = text({ max: 256, pattern: '.*' });
export type Timezone = z.infer<typeof Timezone>;

export const ScheduleOffset = long({ min: 0, max: 36000 });
export type ScheduleOffset = z.infer<typeof ScheduleOffset>;

export const FlowErrorDeactivationThreshold = integer({ min: 1, max: 100 });
export type FlowErrorDeactivationThreshold = z.infer<typeof FlowErrorDeactivationThreshold>;

export const ScheduledTriggerProperties = z.object({
  scheduleExpression: ScheduleExpression,
  dataPullMode: DataPullMode.optional(),
  scheduleStartTime: DateShape.optional(),
  scheduleEndTime: DateShape.optional(),
  timezone: Timezone.optional(),
  scheduleOffset: ScheduleOffset.optional(),
  firstExecutionFrom: DateShape.optional(),
  flowErrorDeactivationThreshold: FlowErrorDeactivationThreshold.optional(),
});
export type ScheduledTriggerProperties = z.infer<typeof ScheduledTriggerProperties>;

export const TriggerProperties = z.object({
  Scheduled: ScheduledTriggerProperties.optional(),
});
export type TriggerProperties = z.infer<typeof TriggerProperties>;

export const TriggerConfig = z.object({
  triggerType: TriggerType,
  triggerProperties: TriggerProperties.optional(),
});
export type TriggerConfig = z.infer<typeof TriggerConfig>;

export const ApiVersion = text({ max: 256, pattern: '\\S+' });
export type ApiVersion = z.infer<typeof ApiVersion>;

export const ObjectShape = text({ max: 512, pattern: '\\S+' });
export type ObjectShape = z.infer<typeof ObjectShape>;

export const AmplitudeSourceProperties = z.object({
  object: ObjectShape,
});
export type AmplitudeSourceProperties = z.infer<typeof AmplitudeSourceProperties>;

export const DatadogSourceProperties = z.object({
  object: ObjectShape,
});
export type DatadogSourceProperties = z.infer<typeof DatadogSourceProperties>;

export const DynatraceSourceProperties = z.object({
  object: ObjectShape,
});
export type DynatraceSourceProperties = z.infer<typeof DynatraceSourceProperties>;

export const GoogleAnalyticsSourceProperties = z.object({
  object: ObjectShape,
});
export type GoogleAnalyticsSourceProperties = z.infer<typeof GoogleAnalyticsSourceProperties>;

export const InforNexusSourceProperties = z.object({
  object: ObjectShape,
});
export type InforNexusSourceProperties = z.infer<typeof InforNexusSourceProperties>;

export const MarketoSourceProperties = z.object({
  object: ObjectShape,
});
export type MarketoSourceProperties = z.infer<typeof MarketoSourceProperties>;

export const S3InputFileType = enumeration(['CSV', 'JSON']);
export type S3InputFileType = z.infer<typeof S3InputFileType>;

export const S3InputFormatConfig = z.object({
  s3InputFileType: S3InputFileType.optional(),
});
export type S3InputFormatConfig = z.infer<typeof S3InputFormatConfig>;

export const S3SourceProperties = z.object({
  bucketName: BucketName,
  bucketPrefix: BucketPrefix.optional(),
  s3InputFormatConfig: S3InputFormatConfig.optional(),
});
export type S3SourceProperties = z.infer<typeof S3SourceProperties>;

export const SalesforceDataTransferApi = enumeration(['AUTOMATIC', 'BULKV2', 'REST_SYNC']);
export type SalesforceDataTransferApi = z.infer<typeof SalesforceDataTransferApi>;

export const SalesforceSourceProperties = z.object({
  object: ObjectShape,
  enableDynamicFieldUpdate: BooleanShape.optional(),
  includeDeletedRecords: BooleanShape.optional(),
  dataTransferApi: SalesforceDataTransferApi.optional(),
});
export type SalesforceSourceProperties = z.infer<typeof SalesforceSourceProperties>;

export const ServiceNowSourceProperties = z.object({
  object: ObjectShape,
});
export type ServiceNowSourceProperties = z.infer<typeof ServiceNowSourceProperties>;

export const SingularSourceProperties = z.object({
  object: ObjectShape,
});
export type SingularSourceProperties = z.infer<typeof SingularSourceProperties>;

export const SlackSourceProperties = z.object({
  object: ObjectShape,
});
export type SlackSourceProperties = z.infer<typeof SlackSourceProperties>;

export const TrendmicroSourceProperties = z.object({
  object: ObjectShape,
});
export type TrendmicroSourceProperties = z.infer<typeof TrendmicroSourceProperties>;

export const DocumentType = text({ max: 512, pattern: '[\\s\\w_-]+' });
export type DocumentType = z.infer<typeof DocumentType>;

export const VeevaSourceProperties = z.object({
  object: ObjectShape,
  documentType: DocumentType.optional(),
  includeSourceFiles: BooleanShape.optional(),
  includeRenditions: BooleanShape.optional(),
  includeAllVersions: BooleanShape.optional(),
});
export type VeevaSourceProperties = z.infer<typeof VeevaSourceProperties>;

export const ZendeskSourceProperties = z.object({
  object: ObjectShape,
});
export type ZendeskSourceProperties = z.infer<typeof ZendeskSourceProperties>;

export const SAPODataMaxParallelism = integer({ min: 1, max: 10 });
export type SAPODataMaxParallelism = z.infer<typeof SAPODataMaxParallelism>;

export const SAPODataParallelismConfig = z.object({
  maxParallelism: SAPODataMaxParallelism,
});
export type SAPODataParallelismConfig = z.infer<typeof SAPODataParallelismConfig>;

export const SAPODataMaxPageSize = integer({ min: 1, max: 10000 });
export type SAPODataMaxPageSize = z.infer<typeof SAPODataMaxPageSize>;

export const SAPODataPaginationConfig = z.object({
  maxPageSize: SAPODataMaxPageSize,
});
export type SAPODataPaginationConfig = z.infer<typeof SAPODataPaginationConfig>;

export const SAPODataSourceProperties = z.object({
  objectPath: ObjectShape.optional(),
  parallelismConfig: SAPODataParallelismConfig.optional(),
  paginationConfig: SAPODataPaginationConfig.optional(),
});
export type SAPODataSourceProperties = z.infer<typeof SAPODataSourceProperties>;

export const EntityName = text({ max: 1024, pattern: '\\S+' });
export type EntityName = z.infer<typeof EntityName>;

export const CustomProperties = map(CustomPropertyKey, CustomPropertyValue, { min: 0, max: 50 });
export type CustomProperties = z.infer<typeof CustomProperties>;

export const DataTransferApiTypeName = text({ max: 64, pattern: '[\\w/-]+' });
export type DataTransferApiTypeName = z.infer<typeof DataTransferApiTypeName>;

export const DataTransferApiType = enumeration(['SYNC', 'ASYNC', 'AUTOMATIC']);
export type DataTransferApiType = z.infer<typeof DataTransferApiType>;

export const DataTransferApi = z.object({
  Name: DataTransferApiTypeName.optional(),
  Type: DataTransferApiType.optional(),
});
export type DataTransferApi = z.infer<typeof DataTransferApi>;

export const CustomConnectorSourceProperties = z.object({
  entityName: EntityName,
  customProperties: CustomProperties.optional(),
  dataTransferApi: DataTransferApi.optional(),
});
export type CustomConnectorSourceProperties = z.infer<typeof CustomConnectorSourceProperties>;

export const PardotSourceProperties = z.object({
  object: ObjectShape,
});
export type PardotSourceProperties = z.infer<typeof PardotSourceProperties>;

export const SourceConnectorProperties = z.object({
  Amplitude: AmplitudeSourceProperties.optional(),
  Datadog: DatadogSourceProperties.optional(),
  Dynatrace: DynatraceSourceProperties.optional(),
  GoogleAnalytics: GoogleAnalyticsSourceProperties.optional(),
  InforNexus: InforNexusSourceProperties.optional(),
  Marketo: MarketoSourceProperties.optional(),
  S3: S3SourceProperties.optional(),
  Salesforce: SalesforceSourceProperties.optional(),
  ServiceNow: ServiceNowSourceProperties.optional(),
  Singular: SingularSourceProperties.optional(),
  Slack: SlackSourceProperties.optional(),
  Trendmicro: TrendmicroSourceProperties.optional(),
  Veeva: VeevaSourceProperties.optional(),
  Zendesk: ZendeskSourceProperties.optional(),
  SAPOData: SAPODataSourceProperties.optional(),
  CustomConnector: CustomConnectorSourceProperties.optional(),
  Pardot: PardotSourceProperties.optional(),
});
export type SourceConnectorProperties = z.infer<typeof SourceConnectorProperties>;

export const DatetimeTypeFieldName = text({ max: 256, pattern: '.*' });
export type DatetimeTypeFieldName = z.infer<typeof DatetimeTypeFieldName>;

export const IncrementalPullConfig = z.object({
  datetimeTypeFieldName: DatetimeTypeFieldName.optional(),
});
export type IncrementalPullConfig = z.infer<typeof IncrementalPullConfig>;

export const SourceFlowConfig = z.object({
  connectorType: ConnectorType,
  apiVersion: ApiVersion.optional(),
  connectorProfileName: ConnectorProfileName.optional(),
  sourceConnectorProperties: SourceConnectorProperties,
  incrementalPullConfig: IncrementalPullConfig.optional(),
});
export type SourceFlowConfig = z.infer<typeof SourceFlowConfig>;

export const ErrorHandlingConfig = z.object({
  failOnFirstDestinationError: BooleanShape.optional(),
  bucketPrefix: BucketPrefix.optional(),
  bucketName: BucketName.optional(),
});
export type ErrorHandlingConfig = z.infer<typeof ErrorHandlingConfig>;

export const RedshiftDestinationProperties = z.object({
  object: ObjectShape,
  intermediateBucketName: BucketName,
  bucketPrefix: BucketPrefix.optional(),
  errorHandlingConfig: ErrorHandlingConfig.optional(),
});
export type RedshiftDestinationProperties = z.infer<typeof RedshiftDestinationProperties>;

export const FileType = enumeration(['CSV', 'JSON', 'PARQUET']);
export type FileType = z.infer<typeof FileType>;

export const PrefixType = enumeration(['FILENAME', 'PATH', 'PATH_AND_FILENAME']);
export type PrefixType = z.infer<typeof PrefixType>;

export const PrefixFormat = enumeration(['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE']);
export type PrefixFormat = z.infer<typeof PrefixFormat>;

export const PathPrefix = enumeration(['EXECUTION_ID', 'SCHEMA_VERSION']);
export type PathPrefix = z.infer<typeof PathPrefix>;

export const PathPrefixHierarchy = list(PathPrefix);
export type PathPrefixHierarchy = z.infer<typeof PathPrefixHierarchy>;

export const PrefixConfig = z.object({
  prefixType: PrefixType.optional(),
  prefixFormat: PrefixFormat.optional(),
  pathPrefixHierarchy: PathPrefixHierarchy.optional(),
});
export type PrefixConfig = z.infer<typeof PrefixConfig>;

export const AggregationType = enumeration(['None', 'SingleFile']);
export type AggregationType = z.infer<typeof AggregationType>;

export const Long = long();
export type Long = z.infer<typeof Long>;

export const AggregationConfig = z.object({
  aggregationType: AggregationType.optional(),
  targetFileSize: Long.optional(),
});
export type AggregationConfig = z.infer<typeof AggregationConfig>;

export const JavaBoolean = z.boolean();
export type JavaBoolean = z.infer<typeof JavaBoolean>;

export const S3OutputFormatConfig = z.object({
  fileType: FileType.optional(),
  prefixConfig: PrefixConfig.optional(),
  aggregationConfig: AggregationConfig.optional(),
  preserveSourceDataTyping: JavaBoolean.optional(),
});
export type S3OutputFormatConfig = z.infer<typeof S3OutputFormatConfig>;

export const S3DestinationProperties = z.object({
  bucketName: BucketName,
  bucketPrefix: BucketPrefix.optional(),
  s3OutputFormatConfig: S3OutputFormatConfig.optional(),
});
export type S3DestinationProperties = z.infer<typeof S3DestinationProperties>;

export const Name = text({ max: 128, pattern: '\\S+' });
export type Name = z.infer<typeof Name>;

export const IdFieldNameList = list(Name, { min: 0 });
export type IdFieldNameList = z.infer<typeof IdFieldNameList>;

export const WriteOperationType = enumeration(['INSERT', 'UPSERT', 'UPDATE', 'DELETE']);
export type WriteOperationType = z.infer<typeof WriteOperationType>;

export const SalesforceDestinationProperties = z.object({
  object: ObjectShape,
  idFieldNames: IdFieldNameList.optional(),
  errorHandlingConfig: ErrorHandlingConfig.optional(),
  writeOperationType: WriteOperationType.optional(),
  dataTransferApi: SalesforceDataTransferApi.optional(),
});
export type SalesforceDestinationProperties = z.infer<typeof SalesforceDestinationProperties>;

export const SnowflakeDestinationProperties = z.object({
  object: ObjectShape,
  intermediateBucketName: BucketName,
  bucketPrefix: BucketPrefix.optional(),
  errorHandlingConfig: ErrorHandlingConfig.optional(),
});
export type SnowflakeDestinationProperties = z.infer<typeof SnowflakeDestinationProperties>;

export const EventBridgeDestinationProperties = z.object({
  object: ObjectShape,
  errorHandlingConfig: ErrorHandlingConfig.optional(),
});
export type EventBridgeDestinationProperties = z.infer<typeof EventBridgeDestinationProperties>;

export const LookoutMetricsDestinationProperties = z.object({});
export type LookoutMetricsDestinationProperties = z.infer<typeof LookoutMetricsDestinationProperties>;

export const UpsolverBucketName = text({ min: 16, max: 63, pattern: '^(upsolver-appflow)\\S*' });
export type UpsolverBucketName = z.infer<typeof UpsolverBucketName>;

export const UpsolverS3OutputFormatConfig = z.object({
  fileType: FileType.optional(),
  prefixConfig: PrefixConfig,
  aggregationConfig: AggregationConfig.optional(),
});
export type UpsolverS3OutputFormatConfig = z.infer<typeof UpsolverS3OutputFormatConfig>;

export const UpsolverDestinationProperties = z.object({
  bucketName: UpsolverBucketName,
  bucketPrefix: BucketPrefix.optional(),
  s3OutputFormatConfig: UpsolverS3OutputFormatConfig,
});
export type UpsolverDestinationProperties = z.infer<typeof UpsolverDestinationProperties>;

export const HoneycodeDestinationProperties = z.object({
  object: ObjectShape,
  errorHandlingConfig: ErrorHandlingConfig.optional(),
});
export type HoneycodeDestinationProperties = z.infer<typeof HoneycodeDestinationProperties>;

export const DomainName = text({ max: 64, pattern: '\\S+' });
export type DomainName = z.infer<typeof DomainName>;

export const ObjectTypeName = text({ max: 255, pattern: '\\S+' });
export type ObjectTypeName = z.infer<typeof ObjectTypeName>;

export const CustomerProfilesDestinationProperties = z.object({
  domainName: DomainName,
  objectTypeName: ObjectTypeName.optional(),
});
export type CustomerProfilesDestinationProperties = z.infer<typeof CustomerProfilesDestinationProperties>;

export const ZendeskDestinationProperties = z.object({
  object: ObjectShape,
  idFieldNames: IdFieldNameList.optional(),
  errorHandlingConfig: ErrorHandlingConfig.optional(),
  writeOperationType: WriteOperationType.optional(),
});
export type ZendeskDestinationProperties = z.infer<typeof ZendeskDestinationProperties>;

export const MarketoDestinationProperties = z.object({
  object: ObjectShape,
  errorHandlingConfig: ErrorHandlingConfig.optional(),
});
export type MarketoDestinationProperties = z.infer<typeof MarketoDestinationProperties>;

export const CustomConnectorDestinationProperties = z.object({
  entityName: EntityName,
  errorHandlingConfig: ErrorHandlingConfig.optional(),
  writeOperationType: WriteOperationType.optional(),
  idFieldNames: IdFieldNameList.optional(),
  customProperties: CustomProperties.optional(),
});
export type CustomConnectorDestinationProperties = z.infer<typeof CustomConnectorDestinationProperties>;

export const SuccessResponseHandlingConfig = z.object({
  bucketPrefix: BucketPrefix.optional(),
  bucketName: BucketName.optional(),
});
export type SuccessResponseHandlingConfig = z.infer<typeof SuccessResponseHandlingConfig>;

export const SAPODataDestinationProperties = z.object({
  objectPath: ObjectShape,
  successResponseHandlingConfig: SuccessResponseHandlingConfig.optional(),
  idFieldNames: IdFieldNameList.optional(),
  errorHandlingConfig: ErrorHandlingConfig.optional(),
  writeOperationType: WriteOperationType.optional(),
});
export type SAPODataDestinationProperties = z.infer<typeof SAPODataDestinationProperties>;

export const DestinationConnectorProperties = z.object({
  Redshift: RedshiftDestinationProperties.optional(),
  S3: S3DestinationProperties.optional(),
  Salesforce: SalesforceDestinationProperties.optional(),
  Snowflake: SnowflakeDestinationProperties.optional(),
  EventBridge: EventBridgeDestinationProperties.optional(),
  LookoutMetrics: LookoutMetricsDestinationProperties.optional(),
  Upsolver: UpsolverDestinationProperties.optional(),
  Honeycode: HoneycodeDestinationProperties.optional(),
  CustomerProfiles: CustomerProfilesDestinationProperties.optional(),
  Zendesk: ZendeskDestinationProperties.optional(),
  Marketo: MarketoDestinationProperties.optional(),
  CustomConnector: CustomConnectorDestinationProperties.optional(),
  SAPOData: SAPODataDestinationProperties.optional(),
});
export type DestinationConnectorProperties = z.infer<typeof DestinationConnectorProperties>;

export const DestinationFlowConfig = z.object({
  connectorType: ConnectorType,
  apiVersion: ApiVersion.optional(),
  connectorProfileName: ConnectorProfileName.optional(),
  destinationConnectorProperties: DestinationConnectorProperties,
});
export type DestinationFlowConfig = z.infer<typeof DestinationFlowConfig>;

export const DestinationFlowConfigList = list(DestinationFlowConfig);
export type DestinationFlowConfigList = z.infer<typeof DestinationFlowConfigList>;

export const SourceFields = list(StringShape);
export type SourceFields = z.infer<typeof SourceFields>;

export const AmplitudeConnectorOperator = enumeration(['BETWEEN']);
export type AmplitudeConnectorOperator = z.infer<typeof AmplitudeConnectorOperator>;

export const DatadogConnectorOperator = enumeration([
  'PROJECTION',
  'BETWEEN',
  'EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type DatadogConnectorOperator = z.infer<typeof DatadogConnectorOperator>;

export const DynatraceConnectorOperator = enumeration([
  'PROJECTION',
  'BETWEEN',
  'EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type DynatraceConnectorOperator = z.infer<typeof DynatraceConnectorOperator>;

export const GoogleAnalyticsConnectorOperator = enumeration(['PROJECTION', 'BETWEEN']);
export type GoogleAnalyticsConnectorOperator = z.infer<typeof GoogleAnalyticsConnectorOperator>;

export const InforNexusConnectorOperator = enumeration([
  'PROJECTION',
  'BETWEEN',
  'EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type InforNexusConnectorOperator = z.infer<typeof InforNexusConnectorOperator>;

export const MarketoConnectorOperator = enumeration([
  'PROJECTION',
  'LESS_THAN',
  'GREATER_THAN',
  'BETWEEN',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type MarketoConnectorOperator = z.infer<typeof MarketoConnectorOperator>;

export const S3ConnectorOperator = enumeration([
  'PROJECTION',
  'LESS_THAN',
  'GREATER_THAN',
  'BETWEEN',
  'LESS_THAN_OR_EQUAL_TO',
  'GREATER_THAN_OR_EQUAL_TO',
  'EQUAL_TO',
  'NOT_EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type S3ConnectorOperator = z.infer<typeof S3ConnectorOperator>;

export const SalesforceConnectorOperator = enumeration([
  'PROJECTION',
  'LESS_THAN',
  'CONTAINS',
  'GREATER_THAN',
  'BETWEEN',
  'LESS_THAN_OR_EQUAL_TO',
  'GREATER_THAN_OR_EQUAL_TO',
  'EQUAL_TO',
  'NOT_EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type SalesforceConnectorOperator = z.infer<typeof SalesforceConnectorOperator>;

export const ServiceNowConnectorOperator = enumeration([
  'PROJECTION',
  'CONTAINS',
  'LESS_THAN',
  'GREATER_THAN',
  'BETWEEN',
  'LESS_THAN_OR_EQUAL_TO',
  'GREATER_THAN_OR_EQUAL_TO',
  'EQUAL_TO',
  'NOT_EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type ServiceNowConnectorOperator = z.infer<typeof ServiceNowConnectorOperator>;

export const SingularConnectorOperator = enumeration([
  'PROJECTION',
  'EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type SingularConnectorOperator = z.infer<typeof SingularConnectorOperator>;

export const SlackConnectorOperator = enumeration([
  'PROJECTION',
  'LESS_THAN',
  'GREATER_THAN',
  'BETWEEN',
  'LESS_THAN_OR_EQUAL_TO',
  'GREATER_THAN_OR_EQUAL_TO',
  'EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type SlackConnectorOperator = z.infer<typeof SlackConnectorOperator>;

export const TrendmicroConnectorOperator = enumeration([
  'PROJECTION',
  'EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type TrendmicroConnectorOperator = z.infer<typeof TrendmicroConnectorOperator>;

export const VeevaConnectorOperator = enumeration([
  'PROJECTION',
  'LESS_THAN',
  'GREATER_THAN',
  'CONTAINS',
  'BETWEEN',
  'LESS_THAN_OR_EQUAL_TO',
  'GREATER_THAN_OR_EQUAL_TO',
  'EQUAL_TO',
  'NOT_EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type VeevaConnectorOperator = z.infer<typeof VeevaConnectorOperator>;

export const ZendeskConnectorOperator = enumeration([
  'PROJECTION',
  'GREATER_THAN',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type ZendeskConnectorOperator = z.infer<typeof ZendeskConnectorOperator>;

export const SAPODataConnectorOperator = enumeration([
  'PROJECTION',
  'LESS_THAN',
  'CONTAINS',
  'GREATER_THAN',
  'BETWEEN',
  'LESS_THAN_OR_EQUAL_TO',
  'GREATER_THAN_OR_EQUAL_TO',
  'EQUAL_TO',
  'NOT_EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type SAPODataConnectorOperator = z.infer<typeof SAPODataConnectorOperator>;

export const Operator = enumeration([
  'PROJECTION',
  'LESS_THAN',
  'GREATER_THAN',
  'CONTAINS',
  'BETWEEN',
  'LESS_THAN_OR_EQUAL_TO',
  'GREATER_THAN_OR_EQUAL_TO',
  'EQUAL_TO',
  'NOT_EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type Operator = z.infer<typeof Operator>;

export const PardotConnectorOperator = enumeration([
  'PROJECTION',
  'EQUAL_TO',
  'NO_OP',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
]);
export type PardotConnectorOperator = z.infer<typeof PardotConnectorOperator>;

export const ConnectorOperator = z.object({
  Amplitude: AmplitudeConnectorOperator.optional(),
  Datadog: DatadogConnectorOperator.optional(),
  Dynatrace: DynatraceConnectorOperator.optional(),
  GoogleAnalytics: GoogleAnalyticsConnectorOperator.optional(),
  InforNexus: InforNexusConnectorOperator.optional(),
  Marketo: MarketoConnectorOperator.optional(),
  S3: S3ConnectorOperator.optional(),
  Salesforce: SalesforceConnectorOperator.optional(),
  ServiceNow: ServiceNowConnectorOperator.optional(),
  Singular: SingularConnectorOperator.optional(),
  Slack: SlackConnectorOperator.optional(),
  Trendmicro: TrendmicroConnectorOperator.optional(),
  Veeva: VeevaConnectorOperator.optional(),
  Zendesk: ZendeskConnectorOperator.optional(),
  SAPOData: SAPODataConnectorOperator.optional(),
  CustomConnector: Operator.optional(),
  Pardot: PardotConnectorOperator.optional(),
});
export type ConnectorOperator = z.infer<typeof ConnectorOperator>;

export const DestinationField = text({ max: 256, pattern: '.*' });
export type DestinationField = z.infer<typeof DestinationField>;

export const TaskType = enumeration([
  'Arithmetic',
  'Filter',
  'Map',
  'Map_all',
  'Mask',
  'Merge',
  'Passthrough',
  'Truncate',
  'Validate',
  'Partition',
]);
export type TaskType = z.infer<typeof TaskType>;

export const OperatorPropertiesKeys = enumeration([
  'VALUE',
  'VALUES',
  'DATA_TYPE',
  'UPPER_BOUND',
  'LOWER_BOUND',
  'SOURCE_DATA_TYPE',
  'DESTINATION_DATA_TYPE',
  'VALIDATION_ACTION',
  'MASK_VALUE',
  'MASK_LENGTH',
  'TRUNCATE_LENGTH',
  'MATH_OPERATION_FIELDS_ORDER',
  'CONCAT_FORMAT',
  'SUBFIELD_CATEGORY_MAP',
  'EXCLUDE_SOURCE_FIELDS_LIST',
  'INCLUDE_NEW_FIELDS',
  'ORDERED_PARTITION_KEYS_LIST',
]);
export type OperatorPropertiesKeys = z.infer<typeof OperatorPropertiesKeys>;

export const Property = text({ max: 2048, pattern: '.+' });
export type Property = z.infer<typeof Property>;

export const TaskPropertiesMap = enumMap(OperatorPropertiesKeys, Property);
export type TaskPropertiesMap = z.infer<typeof TaskPropertiesMap>;

export const Task = z.object({
  sourceFields: SourceFields,
  connectorOperator: ConnectorOperator.optional(),
  destinationField: DestinationField.optional(),
  taskType: TaskType,
  taskProperties: TaskPropertiesMap.optional(),
});
export type Task = z.infer<typeof Task>;

export const Tasks = list(Task);
export type Tasks = z.infer<typeof Tasks>;

export const TagKey = text({ min: 1, max: 128, pattern: '^(?!aws:)[a-zA-Z+-=._:/]+$' });
export type TagKey = z.infer<typeof TagKey>;

export const TagValue = text({ max: 256, pattern: '[\\s\\w+-=\\.:/@]*' });
export type TagValue = z.infer<typeof TagValue>;

export const TagMap = map(TagKey, TagValue, { min: 0, max: 50 });
export type TagMap = z.infer<typeof TagMap>;

export const GlueDataCatalogIAMRole = text({ max: 512, pattern: 'arn:aws:iam:.*:[0-9]+:.*' });
export type GlueDataCatalogIAMRole = z.infer<typeof GlueDataCatalogIAMRole>;

export const GlueDataCatalogDatabaseName = text({
  max: 255,
  pattern: '[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*',
});
export type GlueDataCatalogDatabaseName = z.infer<typeof GlueDataCatalogDatabaseName>;

export const GlueDataCatalogTablePrefix = text({
  max: 128,
  pattern: '[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*',
});
export type GlueDataCatalogTablePrefix = z.infer<typeof GlueDataCatalogTablePrefix>;

export const GlueDataCatalogConfig = z.object({
  roleArn: GlueDataCatalogIAMRole,
  databaseName: GlueDataCatalogDatabaseName,
  tablePrefix: GlueDataCatalogTablePrefix,
});
export type GlueDataCatalogConfig = z.infer<typeof GlueDataCatalogConfig>;

export const MetadataCatalogConfig = z.object({
  glueDataCatalog: GlueDataCatalogConfig.optional(),
});
export type MetadataCatalogConfig = z.infer<typeof MetadataCatalogConfig>;

export const CreateFlowRequest = z.object({
  flowName: FlowName,
  description: FlowDescription.optional(),
  kmsArn: KMSArn.optional(),
  triggerConfig: TriggerConfig,
  sourceFlowConfig: SourceFlowConfig,
  destinationFlowConfigList: DestinationFlowConfigList,
  tasks: Tasks,
  tags: TagMap.optional(),
  metadataCatalogConfig: MetadataCatalogConfig.optional(),
  clientToken: ClientToken.optional(),
});
export type CreateFlowRequest = z.infer<typeof CreateFlowRequest>;

export const FlowArn = text({ max: 512, pattern: 'arn:aws:appflow:.*:[0-9]+:.*' });
export type FlowArn = z.infer<typeof FlowArn>;

export const FlowStatus = enumeration(['Active', 'Deprecated', 'Deleted', 'Draft', 'Errored', 'Suspended']);
export type FlowStatus = z.infer<typeof FlowStatus>;

export const CreateFlowResponse = z.object({
  flowArn: FlowArn.optional(),
  flowStatus: FlowStatus.optional(),
});
export type CreateFlowResponse = z.infer<typeof CreateFlowResponse>;

export const DeleteConnectorProfileRequest = z.object({
  connectorProfileName: ConnectorProfileName,
  forceDelete: BooleanShape.optional(),
});
export type DeleteConnectorProfileRequest = z.infer<typeof DeleteConnectorProfileRequest>;

export const DeleteConnectorProfileResponse = z.object({});
export type DeleteConnectorProfileResponse = z.infer<typeof DeleteConnectorProfileResponse>;

export const DeleteFlowRequest = z.object({
  flowName: FlowName,
  forceDelete: BooleanShape.optional(),
});
export type DeleteFlowRequest = z.infer<typeof DeleteFlowRequest>;

export const DeleteFlowResponse = z.object({});
export type DeleteFlowResponse = z.infer<typeof DeleteFlowResponse>;

export const DescribeConnectorRequest = z.object({
  connectorType: ConnectorType,
  connectorLabel: ConnectorLabel.optional(),
});
export type DescribeConnectorRequest = z.infer<typeof DescribeConnectorRequest>;

export const ConnectorTypeList = list(ConnectorType, { min: 0, max: 100 });
export type ConnectorTypeList = z.infer<typeof ConnectorTypeList>;

export const ScheduleFrequencyType = enumeration([
  'BYMINUTE',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'ONCE',
]);
export type ScheduleFrequencyType = z.infer<typeof ScheduleFrequencyType>;

export const SchedulingFrequencyTypeList = list(ScheduleFrequencyType);
export type SchedulingFrequencyTypeList = z.infer<typeof SchedulingFrequencyTypeList>;

export const TriggerTypeList = list(TriggerType);
export type TriggerTypeList = z.infer<typeof TriggerTypeList>;

export const AmplitudeMetadata = z.object({});
export type AmplitudeMetadata = z.infer<typeof AmplitudeMetadata>;

export const DatadogMetadata = z.object({});
export type DatadogMetadata = z.infer<typeof DatadogMetadata>;

export const DynatraceMetadata = z.object({});
export type DynatraceMetadata = z.infer<typeof DynatraceMetadata>;

export const GoogleAnalyticsMetadata = z.object({
  oAuthScopes: OAuthScopeList.optional(),
});
export type GoogleAnalyticsMetadata = z.infer<typeof GoogleAnalyticsMetadata>;

export const InforNexusMetadata = z.object({});
export type InforNexusMetadata = z.infer<typeof InforNexusMetadata>;

export const MarketoMetadata = z.object({});
export type MarketoMetadata = z.infer<typeof MarketoMetadata>;

export const RedshiftMetadata = z.object({});
export type RedshiftMetadata = z.infer<typeof RedshiftMetadata>;

export const S3Metadata = z.object({});
export type S3Metadata = z.infer<typeof S3Metadata>;

export const SalesforceDataTransferApiList = list(SalesforceDataTransferApi);
export type SalesforceDataTransferApiList = z.infer<typeof SalesforceDataTransferApiList>;

export const OAuth2GrantTypeSupportedList = list(OAuth2GrantType);
export type OAuth2GrantTypeSupportedList = z.infer<typeof OAuth2GrantTypeSupportedList>;

export const SalesforceMetadata = z.object({
  oAuthScopes: OAuthScopeList.optional(),
  dataTransferApis: SalesforceDataTransferApiList.optional(),
  oauth2GrantTypesSupported: OAuth2GrantTypeSupportedList.optional(),
});
export type SalesforceMetadata = z.infer<typeof SalesforceMetadata>;

export const ServiceNowMetadata = z.object({});
export type ServiceNowMetadata = z.infer<typeof ServiceNowMetadata>;

export const SingularMetadata = z.object({});
export type SingularMetadata = z.infer<typeof SingularMetadata>;

export const SlackMetadata = z.object({
  oAuthScopes: OAuthScopeList.optional(),
});
export type SlackMetadata = z.infer<typeof SlackMetadata>;

export const RegionList = list(Region);
export type RegionList = z.infer<typeof RegionList>;

export const SnowflakeMetadata = z.object({
  supportedRegions: RegionList.optional(),
});
export type SnowflakeMetadata = z.infer<typeof SnowflakeMetadata>;

export const TrendmicroMetadata = z.object({});
export type TrendmicroMetadata = z.infer<typeof TrendmicroMetadata>;

export const VeevaMetadata = z.object({});
export type VeevaMetadata = z.infer<typeof VeevaMetadata>;

export const ZendeskMetadata = z.object({
  oAuthScopes: OAuthScopeList.optional(),
});
export type ZendeskMetadata = z.infer<typeof ZendeskMetadata>;

export const EventBridgeMetadata = z.object({});
export type EventBridgeMetadata = z.infer<typeof EventBridgeMetadata>;

export const UpsolverMetadata = z.object({});
export type UpsolverMetadata = z.infer<typeof UpsolverMetadata>;

export const CustomerProfilesMetadata = z.object({});
export type CustomerProfilesMetadata = z.infer<typeof CustomerProfilesMetadata>;

export const HoneycodeMetadata = z.object({
  oAuthScopes: OAuthScopeList.optional(),
});
export type HoneycodeMetadata = z.infer<typeof HoneycodeMetadata>;

export const SAPODataMetadata = z.object({});
export type SAPODataMetadata = z.infer<typeof SAPODataMetadata>;

export const PardotMetadata = z.object({});
export type PardotMetadata = z.infer<typeof PardotMetadata>;

export const ConnectorMetadata = z.object({
  Amplitude: AmplitudeMetadata.optional(),
  Datadog: DatadogMetadata.optional(),
  Dynatrace: DynatraceMetadata.optional(),
  GoogleAnalytics: GoogleAnalyticsMetadata.optional(),
  InforNexus: InforNexusMetadata.optional(),
  Marketo: MarketoMetadata.optional(),
  Redshift: RedshiftMetadata.optional(),
  S3: S3Metadata.optional(),
  Salesforce: SalesforceMetadata.optional(),
  ServiceNow: ServiceNowMetadata.optional(),
  Singular: SingularMetadata.optional(),
  Slack: SlackMetadata.optional(),
  Snowflake: SnowflakeMetadata.optional(),
  Trendmicro: TrendmicroMetadata.optional(),
  Veeva: VeevaMetadata.optional(),
  Zendesk: ZendeskMetadata.optional(),
  EventBridge: EventBridgeMetadata.optional(),
  Upsolver: UpsolverMetadata.optional(),
  CustomerProfiles: CustomerProfilesMetadata.optional(),
  Honeycode: HoneycodeMetadata.optional(),
  SAPOData: SAPODataMetadata.optional(),
  Pardot: PardotMetadata.optional(),
});
export type ConnectorMetadata = z.infer<typeof ConnectorMetadata>;

export const ConnectorDescription = text({ max: 2048, pattern: '[\\w!@#\\-.?,\\s]*' });
export type ConnectorDescription = z.infer<typeof ConnectorDescription>;

export const ConnectorOwner = text({ max: 256, pattern: '.*' });
export type ConnectorOwner = z.infer<typeof ConnectorOwner>;

export const ConnectorName = text({ max: 256, pattern: '.*' });
export type ConnectorName = z.infer<typeof ConnectorName>;

export const ConnectorVersion = text({ max: 256, pattern: '\\S+' });
export type ConnectorVersion = z.infer<typeof ConnectorVersion>;

export const ARN = text({ max: 512, pattern: 'arn:aws:.*:.*:[0-9]+:.*' });
export type ARN = z.infer<typeof ARN>;

export const ConnectorMode = text({ max: 256, pattern: '\\S+' });
export type ConnectorMode = z.infer<typeof ConnectorMode>;

export const ConnectorModeList = list(ConnectorMode);
export type ConnectorModeList = z.infer<typeof ConnectorModeList>;

export const TokenUrlList = list(TokenUrl);
export type TokenUrlList = z.infer<typeof TokenUrlList>;

export const AuthCodeUrlList = list(AuthCodeUrl);
export type AuthCodeUrlList = z.infer<typeof AuthCodeUrlList>;

export const Label = text({ max: 128, pattern: '.*' });
export type Label = z.infer<typeof Label>;

export const Description = text({ max: 1024, pattern: '[\\s\\w/!@#+=.-]*' });
export type Description = z.infer<typeof Description>;

export const ConnectorSuppliedValue = text({ max: 256, pattern: '\\S+' });
export type ConnectorSuppliedValue = z.infer<typeof ConnectorSuppliedValue>;

export const ConnectorSuppliedValueList = list(ConnectorSuppliedValue);
export type ConnectorSuppliedValueList = z.infer<typeof ConnectorSuppliedValueList>;

export const OAuth2CustomPropType = enumeration(['TOKEN_URL', 'AUTH_URL']);
export type OAuth2CustomPropType = z.infer<typeof OAuth2CustomPropType>;

export const OAuth2CustomParameter = z.object({
  key: Key.optional(),
  isRequired: BooleanShape.optional(),
  label: Label.optional(),
  description: Description.optional(),
  isSensitiveField: BooleanShape.optional(),
  connectorSuppliedValues: ConnectorSuppliedValueList.optional(),
  type: OAuth2CustomPropType.optional(),
});
export type OAuth2CustomParameter = z.infer<typeof OAuth2CustomParameter>;

export const OAuth2CustomPropertiesList = list(OAuth2CustomParameter);
export type OAuth2CustomPropertiesList = z.infer<typeof OAuth2CustomPropertiesList>;

export const OAuth2Defaults = z.object({
  oauthScopes: OAuthScopeList.optional(),
  tokenUrls: TokenUrlList.optional(),
  authCodeUrls: AuthCodeUrlList.optional(),
  oauth2GrantTypesSupported: OAuth2GrantTypeSupportedList.optional(),
  oauth2CustomProperties: OAuth2CustomPropertiesList.optional(),
});
export type OAuth2Defaults = z.infer<typeof OAuth2Defaults>;

export const AuthParameter = z.object({
  key: Key.optional(),
  isRequired: BooleanShape.optional(),
  label: Label.optional(),
  description: Description.optional(),
  isSensitiveField: BooleanShape.optional(),
  connectorSuppliedValues: ConnectorSuppliedValueList.optional(),
});
export type AuthParameter = z.infer<typeof AuthParameter>;

export const AuthParameterList = list(AuthParameter);
export type AuthParameterList = z.infer<typeof AuthParameterList>;

export const CustomAuthConfig = z.object({
  customAuthenticationType: CustomAuthenticationType.optional(),
  authParameters: AuthParameterList.optional(),
});
export type CustomAuthConfig = z.infer<typeof CustomAuthConfig>;

export const CustomAuthConfigList = list(CustomAuthConfig);
export type CustomAuthConfigList = z.infer<typeof CustomAuthConfigList>;

export const AuthenticationConfig = z.object({
  isBasicAuthSupported: BooleanShape.optional(),
  isApiKeyAuthSupported: BooleanShape.optional(),
  isOAuth2Supported: BooleanShape.optional(),
  isCustomAuthSupported: BooleanShape.optional(),
  oAuth2Defaults: OAuth2Defaults.optional(),
  customAuthConfigs: CustomAuthConfigList.optional(),
});
export type AuthenticationConfig = z.infer<typeof AuthenticationConfig>;

export const ConnectorRuntimeSettingDataType = text({ max: 256, pattern: '\\S+' });
export type ConnectorRuntimeSettingDataType = z.infer<typeof ConnectorRuntimeSettingDataType>;

export const ConnectorRuntimeSettingScope = text({ max: 256, pattern: '\\S+' });
export type ConnectorRuntimeSettingScope = z.infer<typeof ConnectorRuntimeSettingScope>;

export const ConnectorSuppliedValueOptionList = list(ConnectorSuppliedValue);
export type ConnectorSuppliedValueOptionList = z.infer<typeof ConnectorSuppliedValueOptionList>;

export const ConnectorRuntimeSetting = z.object({
  key: Key.optional(),
  dataType: ConnectorRuntimeSettingDataType.optional(),
  isRequired: BooleanShape.optional(),
  label: Label.optional(),
  description: Description.optional(),
  scope: ConnectorRuntimeSettingScope.optional(),
  connectorSuppliedValueOptions: ConnectorSuppliedValueOptionList.optional(),
});
export type ConnectorRuntimeSetting = z.infer<typeof ConnectorRuntimeSetting>;

export const ConnectorRuntimeSettingList = list(ConnectorRuntimeSetting);
export type ConnectorRuntimeSettingList = z.infer<typeof ConnectorRuntimeSettingList>;

export const SupportedApiVersion = text({ max: 256, pattern: '\\S+' });
export type SupportedApiVersion = z.infer<typeof SupportedApiVersion>;

export const SupportedApiVersionList = list(SupportedApiVersion);
export type SupportedApiVersionList = z.infer<typeof SupportedApiVersionList>;

export const Operators = enumeration([
  'PROJECTION',
  'LESS_THAN',
  'GREATER_THAN',
  'CONTAINS',
  'BETWEEN',
  'LESS_THAN_OR_EQUAL_TO',
  'GREATER_THAN_OR_EQUAL_TO',
  'EQUAL_TO',
  'NOT_EQUAL_TO',
  'ADDITION',
  'MULTIPLICATION',
  'DIVISION',
  'SUBTRACTION',
  'MASK_ALL',
  'MASK_FIRST_N',
  'MASK_LAST_N',
  'VALIDATE_NON_NULL',
  'VALIDATE_NON_ZERO',
  'VALIDATE_NON_NEGATIVE',
  'VALIDATE_NUMERIC',
  'NO_OP',
]);
export type Operators = z.infer<typeof Operators>;

export const SupportedOperatorList = list(Operators);
export type SupportedOperatorList = z.infer<typeof SupportedOperatorList>;

export const SupportedWriteOperationList = list(WriteOperationType);
export type SupportedWriteOperationList = z.infer<typeof SupportedWriteOperationList>;

export const ConnectorProvisioningType = enumeration(['LAMBDA']);
export type ConnectorProvisioningType = z.infer<typeof ConnectorProvisioningType>;

export const LambdaConnectorProvisioningConfig = z.object({
  lambdaArn: ARN,
});
export type LambdaConnectorProvisioningConfig = z.infer<typeof LambdaConnectorProvisioningConfig>;

export const ConnectorProvisioningConfig = z.object({
  lambda: LambdaConnectorProvisioningConfig.optional(),
});
export type ConnectorProvisioningConfig = z.infer<typeof ConnectorProvisioningConfig>;

export const LogoURL = text({
  max: 256,
  pattern: '^(https?|ftp|file)://[-a-zA-Z0-9+&@#/%?=~_|!:,.;]*[-a-zA-Z0-9+&@#/%=~_|]',
});
export type LogoURL = z.infer<typeof LogoURL>;

export const RegisteredBy = text({ max: 512, pattern: '\\S+' });
export type RegisteredBy = z.infer<typeof RegisteredBy>;

export const SupportedDataTransferType = enumeration(['RECORD', 'FILE']);
export type SupportedDataTransferType = z.infer<typeof SupportedDataTransferType>;

export const SupportedDataTransferTypeList = list(SupportedDataTransferType);
export type SupportedDataTransferTypeList = z.infer<typeof SupportedDataTransferTypeList>;

export const SupportedDataTransferApis = list(DataTransferApi);
export type SupportedDataTransferApis = z.infer<typeof SupportedDataTransferApis>;

export const ConnectorConfiguration = z.object({
  canUseAsSource: BooleanShape.optional(),
  canUseAsDestination: BooleanShape.optional(),
  supportedDestinationConnectors: ConnectorTypeList.optional(),
  supportedSchedulingFrequencies: SchedulingFrequencyTypeList.optional(),
  isPrivateLinkEnabled: BooleanShape.optional(),
  isPrivateLinkEndpointUrlRequired: BooleanShape.optional(),
  supportedTriggerTypes: TriggerTypeList.optional(),
  connectorMetadata: ConnectorMetadata.optional(),
  connectorType: ConnectorType.optional(),
  connectorLabel: ConnectorLabel.optional(),
  connectorDescription: ConnectorDescription.optional(),
  connectorOwner: ConnectorOwner.optional(),
  connectorName: ConnectorName.optional(),
  connectorVersion: ConnectorVersion.optional(),
  connectorArn: ARN.optional(),
  connectorModes: ConnectorModeList.optional(),
  authenticationConfig: AuthenticationConfig.optional(),
  connectorRuntimeSettings: ConnectorRuntimeSettingList.optional(),
  supportedApiVersions: SupportedApiVersionList.optional(),
  supportedOperators: SupportedOperatorList.optional(),
  supportedWriteOperations: SupportedWriteOperationList.optional(),
  connectorProvisioningType: ConnectorProvisioningType.optional(),
  connectorProvisioningConfig: ConnectorProvisioningConfig.optional(),
  logoURL: LogoURL.optional(),
  registeredAt: DateShape.optional(),
  registeredBy: RegisteredBy.optional(),
  supportedDataTransferTypes: SupportedDataTransferTypeList.optional(),
  supportedDataTransferApis: SupportedDataTransferApis.optional(),
});
export type ConnectorConfiguration = z.infer<typeof ConnectorConfiguration>;

export const DescribeConnectorResponse = z.object({
  connectorConfiguration: ConnectorConfiguration.optional(),
});
export type DescribeConnectorResponse = z.infer<typeof DescribeConnectorResponse>;

export const DescribeConnectorEntityRequest = z.object({
  connectorEntityName: EntityName,
  connectorType: ConnectorType.optional(),
  connectorProfileName: ConnectorProfileName.optional(),
  apiVersion: ApiVersion.optional(),
});
export type DescribeConnectorEntityRequest = z.infer<typeof DescribeConnectorEntityRequest>;

export const Identifier = text({ max: 128, pattern: '\\S+' });
export type Identifier = z.infer<typeof Identifier>;

export const FieldType = text();
export type FieldType = z.infer<typeof FieldType>;

export const FilterOperatorList = list(Operator);
export type FilterOperatorList = z.infer<typeof FilterOperatorList>;

export const Value = text({ max: 128, pattern: '\\S+' });
export type Value = z.infer<typeof Value>;

export const SupportedValueList = list(Value);
export type SupportedValueList = z.infer<typeof SupportedValueList>;

export const Double = z.number();
export type Double = z.infer<typeof Double>;

export const Range = z.object({
  maximum: Double.optional(),
  minimum: Double.optional(),
});
export type Range = z.infer<typeof Range>;

export const FieldTypeDetails = z.object({
  fieldType: FieldType,
  filterOperators: FilterOperatorList,
  supportedValues: SupportedValueList.optional(),
  valueRegexPattern: StringShape.optional(),
  supportedDateFormat: StringShape.optional(),
  fieldValueRange: Range.optional(),
  fieldLengthRange: Range.optional(),
});
export type FieldTypeDetails = z.infer<typeof FieldTypeDetails>;

export const SupportedFieldTypeDetails = z.object({
  v1: FieldTypeDetails,
});
export type SupportedFieldTypeDetails = z.infer<typeof SupportedFieldTypeDetails>;

export const SourceFieldProperties = z.object({
  isRetrievable: BooleanShape.optional(),
  isQueryable: BooleanShape.optional(),
  isTimestampFieldForIncrementalQueries: BooleanShape.optional(),
});
export type SourceFieldProperties = z.infer<typeof SourceFieldProperties>;

export const DestinationFieldProperties = z.object({
  isCreatable: BooleanShape.optional(),
  isNullable: BooleanShape.optional(),
  isUpsertable: BooleanShape.optional(),
  isUpdatable: BooleanShape.optional(),
  isDefaultedOnCreate: BooleanShape.optional(),
  supportedWriteOperations: SupportedWriteOperationList.optional(),
});
export type DestinationFieldProperties = z.infer<typeof DestinationFieldProperties>;

export const ConnectorEntityField = z.object({
  identifier: Identifier,
  parentIdentifier: Identifier.optional(),
  label: Label.optional(),
  isPrimaryKey: BooleanShape.optional(),
  defaultValue: StringShape.optional(),
  isDeprecated: BooleanShape.optional(),
  supportedFieldTypeDetails: SupportedFieldTypeDetails.optional(),
  description: Description.optional(),
  sourceProperties: SourceFieldProperties.optional(),
  destinationProperties: DestinationFieldProperties.optional(),
  customProperties: CustomProperties.optional(),
});
export type ConnectorEntityField = z.infer<typeof ConnectorEntityField>;

export const ConnectorEntityFieldList = list(ConnectorEntityField);
export type ConnectorEntityFieldList = z.infer<typeof ConnectorEntityFieldList>;

export const DescribeConnectorEntityResponse = z.object({
  connectorEntityFields: ConnectorEntityFieldList,
});
export type DescribeConnectorEntityResponse = z.infer<typeof DescribeConnectorEntityResponse>;

export const ConnectorProfileNameList = list(ConnectorProfileName, { min: 0, max: 100 });
export type ConnectorProfileNameList = z.infer<typeof ConnectorProfileNameList>;

export const MaxResults = integer({ min: 1, max: 100 });
export type MaxResults = z.infer<typeof MaxResults>;

export const NextToken = text({ max: 2048, pattern: '\\S+' });
export type NextToken = z.infer<typeof NextToken>;

export const DescribeConnectorProfilesRequest = z.object({
  connectorProfileNames: ConnectorProfileNameList.optional(),
  connectorType: ConnectorType.optional(),
  connectorLabel: ConnectorLabel.optional(),
  maxResults: MaxResults.optional(),
  nextToken: NextToken.optional(),
});
export type DescribeConnectorProfilesRequest = z.infer<typeof DescribeConnectorProfilesRequest>;

export const PrivateConnectionProvisioningStatus = enumeration(['FAILED', 'PENDING', 'CREATED']);
export type PrivateConnectionProvisioningStatus = z.infer<typeof PrivateConnectionProvisioningStatus>;

export const PrivateConnectionProvisioningFailureMessage = text({ max: 2048, pattern: '[\\s\\w/!@#+=.-]*' });
export type PrivateConnectionProvisioningFailureMessage = z.infer<
  typeof PrivateConnectionProvisioningFailureMessage
>;

export const PrivateConnectionProvisioningFailureCause = enumeration([
  'CONNECTOR_AUTHENTICATION',
  'CONNECTOR_SERVER',
  'INTERNAL_SERVER',
  'ACCESS_DENIED',
  'VALIDATION',
]);
export type PrivateConnectionProvisioningFailureCause = z.infer<
  typeof PrivateConnectionProvisioningFailureCause
>;

export const PrivateConnectionProvisioningState = z.object({
  status: PrivateConnectionProvisioningStatus.optional(),
  failureMessage: PrivateConnectionProvisioningFailureMessage.optional(),
  failureCause: PrivateConnectionProvisioningFailureCause.optional(),
});
export type PrivateConnectionProvisioningState = z.infer<typeof PrivateConnectionProvisioningState>;

export const ConnectorProfile = z.object({
  connectorProfileArn: ConnectorProfileArn.optional(),
  connectorProfileName: ConnectorProfileName.optional(),
  connectorType: ConnectorType.optional(),
  connectorLabel: ConnectorLabel.optional(),
  connectionMode: ConnectionMode.optional(),
  credentialsArn: ARN.optional(),
  connectorProfileProperties: ConnectorProfileProperties.optional(),
  createdAt: DateShape.optional(),
  lastUpdatedAt: DateShape.optional(),
  privateConnectionProvisioningState: PrivateConnectionProvisioningState.optional(),
});
export type ConnectorProfile = z.infer<typeof ConnectorProfile>;

export const ConnectorProfileDetailList = list(ConnectorProfile);
export type ConnectorProfileDetailList = z.infer<typeof ConnectorProfileDetailList>;

export const DescribeConnectorProfilesResponse = z.object({
  connectorProfileDetails: ConnectorProfileDetailList.optional(),
  nextToken: NextToken.optional(),
});
export type DescribeConnectorProfilesResponse = z.infer<typeof DescribeConnectorProfilesResponse>;

export const DescribeConnectorsRequest = z.object({
  connectorTypes: ConnectorTypeList.optional(),
  maxResults: MaxResults.optional(),
  nextToken: NextToken.optional(),
});
export type DescribeConnectorsRequest = z.infer<typeof DescribeConnectorsRequest>;

export const ConnectorConfigurationsMap = enumMap(ConnectorType, ConnectorConfiguration);
export type ConnectorConfigurationsMap = z.infer<typeof ConnectorConfigurationsMap>;

export const ApplicationType = text({ max: 512, pattern: '\\S+' });
export type ApplicationType = z.infer<typeof ApplicationType>;

export const ConnectorDetail = z.object({
  connectorDescription: ConnectorDescription.optional(),
  connectorName: ConnectorName.optional(),
  connectorOwner: ConnectorOwner.optional(),
  connectorVersion: ConnectorVersion.optional(),
  applicationType: ApplicationType.optional(),
  connectorType: ConnectorType.optional(),
  connectorLabel: ConnectorLabel.optional(),
  registeredAt: DateShape.optional(),
  registeredBy: RegisteredBy.optional(),
  connectorProvisioningType: ConnectorProvisioningType.optional(),
  connectorModes: ConnectorModeList.optional(),
  supportedDataTransferTypes: SupportedDataTransferTypeList.optional(),
});
export type ConnectorDetail = z.infer<typeof ConnectorDetail>;

export const ConnectorList = list(ConnectorDetail);
export type ConnectorList = z.infer<typeof ConnectorList>;

export const DescribeConnectorsResponse = z.object({
  connectorConfigurations: ConnectorConfigurationsMap.optional(),
  connectors: ConnectorList.optional(),
  nextToken: NextToken.optional(),
});
export type DescribeConnectorsResponse = z.infer<typeof DescribeConnectorsResponse>;

export const DescribeFlowRequest = z.object({
  flowName: FlowName,
});
export type DescribeFlowRequest = z.infer<typeof DescribeFlowRequest>;

export const FlowStatusMessage = text({ max: 2048, pattern: '[\\s\\w/!@#+=.-]*' });
export type FlowStatusMessage = z.infer<typeof FlowStatusMessage>;

export const MostRecentExecutionMessage = text({ max: 2048, pattern: '[\\w!@#\\-.?,\\s]*' });
export type MostRecentExecutionMessage = z.infer<typeof MostRecentExecutionMessage>;

export const ExecutionStatus = enumeration([
  'InProgress',
  'Successful',
  'Error',
  'CancelStarted',
  'Canceled',
]);
export type ExecutionStatus = z.infer<typeof ExecutionStatus>;

export const ExecutionDetails = z.object({
  mostRecentExecutionMessage: MostRecentExecutionMessage.optional(),
  mostRecentExecutionTime: DateShape.optional(),
  mostRecentExecutionStatus: ExecutionStatus.optional(),
});
export type ExecutionDetails = z.infer<typeof ExecutionDetails>;

export const CreatedBy = text({ max: 256, pattern: '\\S+' });
export type CreatedBy = z.infer<typeof CreatedBy>;

export const UpdatedBy = text({ max: 256, pattern: '\\S+' });
export type UpdatedBy = z.infer<typeof UpdatedBy>;

export const CatalogType = enumeration(['GLUE']);
export type CatalogType = z.infer<typeof CatalogType>;

export const RegistrationOutput = z.object({
  message: StringShape.optional(),
  result: StringShape.optional(),
  status: ExecutionStatus.optional(),
});
export type RegistrationOutput = z.infer<typeof RegistrationOutput>;

export const MetadataCatalogDetail = z.object({
  catalogType: CatalogType.optional(),
  tableName: StringShape.optional(),
  tableRegistrationOutput: RegistrationOutput.optional(),
  partitionRegistrationOutput: RegistrationOutput.optional(),
});
export type MetadataCatalogDetail = z.infer<typeof MetadataCatalogDetail>;

export const MetadataCatalogDetails = list(MetadataCatalogDetail);
export type MetadataCatalogDetails = z.infer<typeof MetadataCatalogDetails>;

export const DescribeFlowResponse = z.object({
  flowArn: FlowArn.optional(),
  description: FlowDescription.optional(),
  flowName: FlowName.optional(),
  kmsArn: KMSArn.optional(),
  flowStatus: FlowStatus.optional(),
  flowStatusMessage: FlowStatusMessage.optional(),
  sourceFlowConfig: SourceFlowConfig.optional(),
  destinationFlowConfigList: DestinationFlowConfigList.optional(),
  lastRunExecutionDetails: ExecutionDetails.optional(),
  triggerConfig: TriggerConfig.optional(),
  tasks: Tasks.optional(),
  createdAt: DateShape.optional(),
  lastUpdatedAt: DateShape.optional(),
  createdBy: CreatedBy.optional(),
  lastUpdatedBy: UpdatedBy.optional(),
  tags: TagMap.optional(),
  metadataCatalogConfig: MetadataCatalogConfig.optional(),
  lastRunMetadataCatalogDetails: MetadataCatalogDetails.optional(),
  schemaVersion: Long.optional(),
});
export type DescribeFlowResponse = z.infer<typeof DescribeFlowResponse>;

export const DescribeFlowExecutionRecordsRequest = z.object({
  flowName: FlowName,
  maxResults: MaxResults.optional(),
  nextToken: NextToken.optional(),
});
export type DescribeFlowExecutionRecordsRequest = z.infer<typeof DescribeFlowExecutionRecordsRequest>;

export const ExecutionMessage = text({ max: 2048, pattern: '[\\s\\w/!@#+=.-]*' });
export type ExecutionMessage = z.infer<typeof ExecutionMessage>;

export const ErrorInfo = z.object({
  putFailuresCount: Long.optional(),
  executionMessage: ExecutionMessage.optional(),
});
export type ErrorInfo = z.infer<typeof ErrorInfo>;

export const ExecutionResult = z.object({
  errorInfo: ErrorInfo.optional(),
  bytesProcessed: Long.optional(),
  bytesWritten: Long.optional(),
  recordsProcessed: Long.optional(),
  numParallelProcesses: Long.optional(),
  maxPageSize: Long.optional(),
});
export type ExecutionResult = z.infer<typeof ExecutionResult>;

export const ExecutionRecord = z.object({
  executionId: ExecutionId.optional(),
  executionStatus: ExecutionStatus.optional(),
  executionResult: ExecutionResult.optional(),
  startedAt: DateShape.optional(),
  lastUpdatedAt: DateShape.optional(),
  dataPullStartTime: DateShape.optional(),
  dataPullEndTime: DateShape.optional(),
  metadataCatalogDetails: MetadataCatalogDetails.optional(),
});
export type ExecutionRecord = z.infer<typeof ExecutionRecord>;

export const FlowExecutionList = list(ExecutionRecord);
export type FlowExecutionList = z.infer<typeof FlowExecutionList>;

export const DescribeFlowExecutionRecordsResponse = z.object({
  flowExecutions: FlowExecutionList.optional(),
  nextToken: NextToken.optional(),
});
export type DescribeFlowExecutionRecordsResponse = z.infer<typeof DescribeFlowExecutionRecordsResponse>;

export const EntitiesPath = text({ max: 256, pattern: '[\\s\\w/!@#+=,.-]*' });
export type EntitiesPath = z.infer<typeof EntitiesPath>;

export const ListEntitiesMaxResults = integer({ min: 1, max: 10000 });
export type ListEntitiesMaxResults = z.infer<typeof ListEntitiesMaxResults>;

export const ListConnectorEntitiesRequest = z.object({
  connectorProfileName: ConnectorProfileName.optional(),
  connectorType: ConnectorType.optional(),
  entitiesPath: EntitiesPath.optional(),
  apiVersion: ApiVersion.optional(),
  maxResults: ListEntitiesMaxResults.optional(),
  nextToken: NextToken.optional(),
});
export type ListConnectorEntitiesRequest = z.infer<typeof ListConnectorEntitiesRequest>;

export const Group = text({ max: 128, pattern: '\\S+' });
export type Group = z.infer<typeof Group>;

export const ConnectorEntity = z.object({
  name: Name,
  label: Label.optional(),
  hasNestedEntities: BooleanShape.optional(),
});
export type ConnectorEntity = z.infer<typeof ConnectorEntity>;

export const ConnectorEntityList = list(ConnectorEntity);
export type ConnectorEntityList = z.infer<typeof ConnectorEntityList>;

export const ConnectorEntityMap = map(Group, ConnectorEntityList);
export type ConnectorEntityMap = z.infer<typeof ConnectorEntityMap>;

export const ListConnectorEntitiesResponse = z.object({
  connectorEntityMap: ConnectorEntityMap,
  nextToken: NextToken.optional(),
});
export type ListConnectorEntitiesResponse = z.infer<typeof ListConnectorEntitiesResponse>;

export const ListConnectorsRequest = z.object({
  maxResults: MaxResults.optional(),
  nextToken: NextToken.optional(),
});
export type ListConnectorsRequest = z.infer<typeof ListConnectorsRequest>;

export const ListConnectorsResponse = z.object({
  connectors: ConnectorList.optional(),
  nextToken: NextToken.optional(),
});
export type ListConnectorsResponse = z.infer<typeof ListConnectorsResponse>;

export const ListFlowsRequest = z.object({
  maxResults: MaxResults.optional(),
  nextToken: NextToken.optional(),
});
export type ListFlowsRequest = z.infer<typeof ListFlowsRequest>;

export const FlowDefinition = z.object({
  flowArn: FlowArn.optional(),
  description: FlowDescription.optional(),
  flowName: FlowName.optional(),
  flowStatus: FlowStatus.optional(),
  sourceConnectorType: ConnectorType.optional(),
  sourceConnectorLabel: ConnectorLabel.optional(),
  destinationConnectorType: ConnectorType.optional(),
  destinationConnectorLabel: ConnectorLabel.optional(),
  triggerType: TriggerType.optional(),
  createdAt: DateShape.optional(),
  lastUpdatedAt: DateShape.optional(),
  createdBy: CreatedBy.optional(),
  lastUpdatedBy: UpdatedBy.optional(),
  tags: TagMap.optional(),
  lastRunExecutionDetails: ExecutionDetails.optional(),
});
export type FlowDefinition = z.infer<typeof FlowDefinition>;

export const FlowList = list(FlowDefinition);
export type FlowList = z.infer<typeof FlowList>;

export const ListFlowsResponse = z.object({
  flows: FlowList.optional(),
  nextToken: NextToken.optional(),
});
export type ListFlowsResponse = z.infer<typeof ListFlowsResponse>;

export const ListTagsForResourceRequest = z.object({
  resourceArn: ARN,
});
export type ListTagsForResourceRequest = z.infer<typeof ListTagsForResourceRequest>;

export const ListTagsForResourceResponse = z.object({
  tags: TagMap.optional(),
});
export type ListTagsForResourceResponse = z.infer<typeof ListTagsForResourceResponse>;

export const RegisterConnectorRequest = z.object({
  connectorLabel: ConnectorLabel.optional(),
  description: Description.optional(),
  connectorProvisioningType: ConnectorProvisioningType.optional(),
  connectorProvisioningConfig: ConnectorProvisioningConfig.optional(),
  clientToken: ClientToken.optional(),
});
export type RegisterConnectorRequest = z.infer<typeof RegisterConnectorRequest>;

export const RegisterConnectorResponse = z.object({
  connectorArn: ARN.optional(),
});
export type RegisterConnectorResponse = z.infer<typeof RegisterConnectorResponse>;

export const ResetConnectorMetadataCacheRequest = z.object({
  connectorProfileName: ConnectorProfileName.optional(),
  connectorType: ConnectorType.optional(),
  connectorEntityName: EntityName.optional(),
  entitiesPath: EntitiesPath.optional(),
  apiVersion: ApiVersion.optional(),
});
export type ResetConnectorMetadataCacheRequest = z.infer<typeof ResetConnectorMetadataCacheRequest>;

export const ResetConnectorMetadataCacheResponse = z.object({});
export type ResetConnectorMetadataCacheResponse = z.infer<typeof ResetConnectorMetadataCacheResponse>;

export const StartFlowRequest = z.object({
  flowName: FlowName,
  clientToken: ClientToken.optional(),
});
export type StartFlowRequest = z.infer<typeof StartFlowRequest>;

export const StartFlowResponse = z.object({
  flowArn: FlowArn.optional(),
  flowStatus: FlowStatus.optional(),
  executionId: ExecutionId.optional(),
});
export type StartFlowResponse = z.infer<typeof StartFlowResponse>;

export const StopFlowRequest = z.object({
  flowName: FlowName,
});
export type StopFlowRequest = z.infer<typeof StopFlowRequest>;

export const StopFlowResponse = z.object({
  flowArn: FlowArn.optional(),
  flowStatus: FlowStatus.optional(),
});
export type StopFlowResponse = z.infer<typeof StopFlowResponse>;

export const TagResourceRequest = z.object({
  resourceArn: ARN,
  tags: TagMap,
});
export type TagResourceRequest = z.infer<typeof TagResourceRequest>;

export const TagResourceResponse = z.object({});
export type TagResourceResponse = z.infer<typeof TagResourceResponse>;

export const UnregisterConnectorRequest = z.object({
  connectorLabel: ConnectorLabel,
  forceDelete: BooleanShape.optional(),
});
export type UnregisterConnectorRequest = z.infer<typeof UnregisterConnectorRequest>;

export const UnregisterConnectorResponse = z.object({});
export type UnregisterConnectorResponse = z.infer<typeof UnregisterConnectorResponse>;

export const TagKeyList = list(TagKey, { min: 0, max: 50 });
export type TagKeyList = z.infer<typeof TagKeyList>;

export const UntagResourceRequest = z.object({
  resourceArn: ARN,
  tagKeys: TagKeyList,
});
export type UntagResourceRequest = z.infer<typeof UntagResourceRequest>;

export const UntagResourceResponse = z.object({});
export type UntagResourceResponse = z.infer<typeof UntagResourceResponse>;

export const UpdateConnectorProfileRequest = z.object({
  connectorProfileName: ConnectorProfileName,
  connectionMode: ConnectionMode,
  connectorProfileConfig: ConnectorProfileConfig,
  clientToken: ClientToken.optional(),
});
export type UpdateConnectorProfileRequest = z.infer<typeof UpdateConnectorProfileRequest>;

export const UpdateConnectorProfileResponse = z.object({
  connectorProfileArn: ConnectorProfileArn.optional(),
});
export type UpdateConnectorProfileResponse = z.infer<typeof UpdateConnectorProfileResponse>;

export const UpdateConnectorRegistrationRequest = z.object({
  connectorLabel: ConnectorLabel,
  description: Description.optional(),
  connectorProvisioningConfig: ConnectorProvisioningConfig.optional(),
  clientToken: ClientToken.optional(),
});
export type UpdateConnectorRegistrationRequest = z.infer<typeof UpdateConnectorRegistrationRequest>;

export const UpdateConnectorRegistrationResponse = z.object({
  connectorArn: ARN.optional(),
});
export type UpdateConnectorRegistrationResponse = z.infer<typeof UpdateConnectorRegistrationResponse>;

export const UpdateFlowRequest = z.object({
  flowName: FlowName,
  description: FlowDescription.optional(),
  triggerConfig: TriggerConfig,
  sourceFlowConfig: SourceFlowConfig,
  destinationFlowConfigList: DestinationFlowConfigList,
  tasks: Tasks,
  metadataCatalogConfig: MetadataCatalogConfig.optional(),
  clientToken: ClientToken.optional(),
});
export type UpdateFlowRequest = z.infer<typeof UpdateFlowRequest>;

export const UpdateFlowResponse = z.object({
  flowStatus: FlowStatus.optional(),
});
export type UpdateFlowResponse = z.infer<typeof UpdateFlowResponse>;
