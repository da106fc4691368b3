import { Text } from '@grafana/ui';
import type { ReactNode } from 'react';

// Grafana's type of text colours loses its keys under exactOptionalPropertyTypes.
const secondary = 'secondary' as string as 'info';

/** Text of second rank. */
export function Muted({ children, element }: { children: NonNullable<ReactNode>; element?: 'p' }) {
  return (
    <Text color={secondary} {...(element !== undefined && { element })}>
      {children}
    </Text>
  );
}
