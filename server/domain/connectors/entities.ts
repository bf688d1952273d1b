import type { ConnectorType } from '@/contract/shapes.gen';

/** A field of an entity, as far as it is not as usual: readable, filterable, and writable where the connector is a destination. */
export interface EntityField {
  identifier: string;
  fieldType: 'string' | 'integer' | 'double' | 'boolean' | 'date' | 'datetime';
  isPrimaryKey?: true;
  /** Set by the application itself. */
  isReadOnly?: true;
  /** Tells what changed since the last run. */
  isTimestamp?: true;
  supportedValues?: string[];
}

/** Something that a flow can read or write: an object, a table, an event. */
export interface Entity {
  name: string;
  /** The category it is listed under. */
  group: string;
  fields: EntityField[];
  /** Entities below it, which are listed by its name as `entitiesPath`. */
  nested?: Entity[];
}

const key = (identifier: string, fieldType: EntityField['fieldType'] = 'string'): EntityField => ({
  identifier,
  fieldType,
  isPrimaryKey: true,
  isReadOnly: true,
});
const of =
  (fieldType: EntityField['fieldType']) =>
  (...identifiers: string[]): EntityField[] =>
    identifiers.map((identifier) => ({ identifier, fieldType }));
const text = of('string');
const number = of('double');
const whole = of('integer');
const flag = of('boolean');
const date = of('date');
const time = of('datetime');
const stamp = (identifier: string): EntityField => ({
  identifier,
  fieldType: 'datetime',
  isReadOnly: true,
  isTimestamp: true,
});
const choice = (identifier: string, ...supportedValues: string[]): EntityField => ({
  identifier,
  fieldType: 'string',
  supportedValues,
});

const entity = (group: string, name: string, ...fields: (EntityField | EntityField[])[]): Entity => ({
  name,
  group,
  fields: fields.flat(),
});
const object = (name: string, ...fields: (EntityField | EntityField[])[]) =>
  entity('Objects', name, ...fields);
const table = (name: string, ...fields: (EntityField | EntityField[])[]) => entity('Tables', name, ...fields);

function salesforceObject(name: string, ...fields: (EntityField | EntityField[])[]): Entity {
  return object(
    name,
    key('Id'),
    ...fields,
    time('CreatedDate'),
    stamp('LastModifiedDate'),
    stamp('SystemModstamp'),
  );
}

function salesforceEvent(name: string, ...fields: (EntityField | EntityField[])[]): Entity {
  return entity('Events', name, key('Id'), text('ChangeEventHeader'), ...fields);
}

function serviceNowTable(name: string, ...fields: (EntityField | EntityField[])[]): Entity {
  return table(name, key('sys_id'), ...fields, time('sys_created_on'), stamp('sys_updated_on'));
}

function sapService(service: string, ...entitySets: [name: string, ...fields: EntityField[]][]): Entity {
  const path = `/sap/opu/odata/sap/${service}`;
  const nested = entitySets.map(([name, ...fields]) => entity('EntitySets', `${path}/${name}`, ...fields));
  return { name: path, group: 'Services', fields: [], nested };
}

const crmTables = [
  table('public.accounts', key('id'), text('name', 'industry'), number('annual_revenue')),
  table('public.contacts', key('id'), text('account_id', 'email', 'last_name')),
];

/**
 * A small world of entities for each connector type that has any. It stands for what the applications would answer: Sluice calls
 * none of them, and a flow may name other objects too.
 */
export const entitiesByType: Partial<Record<ConnectorType, Entity[]>> = {
  Salesforce: [
    salesforceObject(
      'Account',
      text('Name', 'Type', 'Industry', 'Website', 'Phone', 'OwnerId'),
      number('AnnualRevenue'),
      whole('NumberOfEmployees'),
    ),
    salesforceObject(
      'Case',
      text('CaseNumber', 'Subject', 'AccountId'),
      choice('Status', 'New', 'Working', 'Escalated', 'Closed'),
      choice('Priority', 'High', 'Medium', 'Low'),
    ),
    salesforceObject('Contact', text('AccountId', 'FirstName', 'LastName', 'Email', 'Phone', 'OwnerId')),
    salesforceObject(
      'Lead',
      text('FirstName', 'LastName', 'Company', 'Email', 'LeadSource'),
      choice('Status', 'Open', 'Contacted', 'Qualified', 'Unqualified'),
    ),
    salesforceObject(
      'Opportunity',
      text('Name', 'AccountId', 'StageName', 'OwnerId'),
      number('Amount', 'Probability'),
      date('CloseDate'),
      flag('IsClosed', 'IsWon'),
    ),
    salesforceEvent('AccountChangeEvent', text('Name', 'Industry')),
    salesforceEvent('CaseChangeEvent', text('Status', 'Priority')),
    salesforceEvent('LeadChangeEvent', text('Status', 'Email')),
  ],
  Pardot: [
    object('campaign', key('id', 'integer'), text('name'), number('cost'), stamp('updated_at')),
    object(
      'prospect',
      key('id', 'integer'),
      text('email', 'first_name', 'last_name', 'company'),
      whole('score'),
      stamp('updated_at'),
    ),
  ],
  Marketo: [
    object('activities', key('id', 'integer'), whole('leadId', 'activityTypeId'), stamp('activityDate')),
    object(
      'leads',
      key('id', 'integer'),
      text('email', 'firstName', 'lastName', 'company'),
      whole('leadScore'),
      stamp('updatedAt'),
    ),
  ],
  Zendesk: [
    object('macros', key('id', 'integer'), text('title', 'actions'), flag('active'), stamp('updated_at')),
    object(
      'satisfaction_ratings',
      key('id', 'integer'),
      whole('ticket_id'),
      choice('score', 'good', 'bad', 'offered'),
      stamp('updated_at'),
    ),
    object(
      'tickets',
      key('id', 'integer'),
      text('subject', 'description'),
      choice('status', 'new', 'open', 'pending', 'hold', 'solved', 'closed'),
      choice('priority', 'low', 'normal', 'high', 'urgent'),
      stamp('updated_at'),
    ),
    object('users', key('id', 'integer'), text('name', 'email', 'phone', 'role'), stamp('updated_at')),
  ],
  Servicenow: [
    serviceNowTable('change_request', text('number', 'short_description', 'state', 'risk')),
    serviceNowTable('cmdb_ci', text('name', 'sys_class_name', 'operational_status')),
    serviceNowTable('incident', text('number', 'short_description', 'state', 'priority', 'assigned_to')),
  ],
  SAPOData: [
    sapService('API_BILLING_DOCUMENT_SRV', [
      'A_BillingDocument',
      key('BillingDocument'),
      ...text('SoldToParty'),
      ...number('TotalNetAmount'),
      stamp('LastChangeDateTime'),
    ]),
    sapService(
      'API_BUSINESS_PARTNER',
      ['A_BusinessPartner', key('BusinessPartner'), ...text('BusinessPartnerName')],
      ['A_Supplier', key('Supplier'), ...text('SupplierName')],
    ),
    sapService('API_PRODUCT_SRV', [
      'A_Product',
      key('Product'),
      ...text('ProductType', 'BaseUnit'),
      stamp('LastChangeDateTime'),
    ]),
    sapService('API_SALES_ORDER_SRV', [
      'A_SalesOrder',
      key('SalesOrder'),
      ...text('SoldToParty'),
      ...number('TotalNetAmount'),
      stamp('LastChangeDateTime'),
    ]),
  ],
  Googleanalytics: [
    object(
      'sessions',
      key('ga:date', 'date'),
      text('ga:source', 'ga:medium', 'ga:country'),
      whole('ga:sessions', 'ga:users', 'ga:pageviews'),
    ),
  ],
  Amplitude: [
    object('events', key('uuid'), text('event_type', 'user_id', 'device_id', 'country'), stamp('event_time')),
  ],
  Datadog: [
    object('metrics', key('metric'), text('host', 'tags'), number('points'), stamp('timestamp')),
    object('monitors', key('id', 'integer'), text('name', 'type', 'overall_state'), stamp('modified')),
  ],
  Dynatrace: [
    object(
      'problems',
      key('problemId'),
      text('title', 'severityLevel', 'impactLevel', 'status'),
      stamp('startTime'),
    ),
  ],
  Infornexus: [
    object(
      'shipment',
      key('shipmentId'),
      text('carrier', 'origin', 'destination', 'status'),
      stamp('lastUpdated'),
    ),
  ],
  Singular: [
    object(
      'campaigns',
      key('campaign'),
      text('source', 'os'),
      number('spend', 'revenue'),
      whole('installs'),
      stamp('date'),
    ),
  ],
  Slack: [
    object(
      'conversations.history',
      key('ts'),
      text('user', 'text', 'thread_ts', 'channel'),
      stamp('updated'),
    ),
  ],
  Trendmicro: [object('alerts', key('id'), text('severity', 'model', 'status'), stamp('createdDateTime'))],
  Veeva: [
    object(
      'documents__v',
      key('id'),
      text('name__v', 'type__v', 'status__v'),
      stamp('version_modified_date__v'),
    ),
    object('study__v', key('id'), text('name__v', 'study_status__v'), stamp('modified_date__v')),
  ],
  Redshift: crmTables,
  Snowflake: crmTables,
  EventBridge: [
    entity(
      'EventSources',
      'aws.partner/appflow',
      key('id'),
      text('source', 'detail-type', 'detail'),
      time('time'),
    ),
  ],
  CustomerProfiles: [
    object('_profile', key('_profileId'), text('FirstName', 'LastName', 'EmailAddress', 'PhoneNumber')),
  ],
  Honeycode: [table('Contacts', key('id'), text('Name', 'Email'))],
  CustomConnector: [
    object('account', key('id'), text('name', 'owner'), stamp('updated_at')),
    object('contact', key('id'), text('account_id', 'email'), stamp('updated_at')),
    object('order', key('id'), text('account_id', 'status'), number('amount'), stamp('updated_at')),
  ],
};
