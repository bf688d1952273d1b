import {
  colorBackgroundCellShaded,
  colorBackgroundContainerContent,
  colorBackgroundLayoutMain,
  colorBorderDividerDefault,
  colorBorderItemFocused,
  colorTextBodyDefault,
  colorTextBodySecondary,
  colorTextLinkDefault,
  fontFamilyBase,
  fontFamilyMonospace,
} from '@cloudscape-design/design-tokens';
import type { CSSProperties } from 'react';

/** Cloudscape's tokens under plain names, for style sheets: their own names carry a hash that changes with each version. */
export const themeVariables = {
  '--sluice-page': colorBackgroundLayoutMain,
  '--sluice-surface': colorBackgroundContainerContent,
  '--sluice-shaded': colorBackgroundCellShaded,
  '--sluice-border': colorBorderDividerDefault,
  '--sluice-focus': colorBorderItemFocused,
  '--sluice-text': colorTextBodyDefault,
  '--sluice-text-quiet': colorTextBodySecondary,
  '--sluice-link': colorTextLinkDefault,
  '--sluice-font': fontFamilyBase,
  '--sluice-font-code': fontFamilyMonospace,
} as CSSProperties;
