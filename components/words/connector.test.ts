import { expect, it } from 'vitest';
import { connectorInWords } from './connector';

it('connectorInWords uses the name that people know, and leaves others alone', () => {
  expect(connectorInWords('S3')).toBe('Amazon S3');
  expect(connectorInWords('Salesforce')).toBe('Salesforce');
  expect(connectorInWords('acme-erp')).toBe('acme-erp');
});
