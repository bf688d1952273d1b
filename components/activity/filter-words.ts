import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';

/** What the filter says and has read out. */
export const filterWords: PropertyFilterProps.I18nStrings = {
  dismissAriaLabel: 'Close',
  clearAriaLabel: 'Clear',
  groupValuesText: 'Values',
  groupPropertiesText: 'Properties',
  operatorsText: 'Operators',
  operatorEqualsText: 'Equals',
  operatorStartsWithText: 'Begins with',
  operationAndText: 'and',
  operationOrText: 'or',
  editTokenHeader: 'Edit filter',
  propertyText: 'Property',
  operatorText: 'Operator',
  valueText: 'Value',
  cancelActionText: 'Cancel',
  applyActionText: 'Apply',
  allPropertiesLabel: 'Flow or request id',
  clearFiltersText: 'Clear filters',
  tokenOperatorAriaLabel: 'Operator',
  enteredTextLabel: (text) => `Use: “${text}”`,
  removeTokenButtonAriaLabel: ({ propertyLabel, value }) => `Remove filter ${propertyLabel} ${value}`,
};
