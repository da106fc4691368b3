import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** The profiles of a response, and the one that is shown. */
export interface Choice {
  names: readonly string[];
  chosen: string;
  onChoose: (name: string) => void;
}

/** A list of the profiles, where there is more than one. */
export function ProfileChoice({ names, chosen, onChoose }: Choice) {
  const className = useStyles2(getStyle);
  if (names.length < 2) {
    return null;
  }
  return (
    <select
      className={className}
      aria-label="Profile"
      value={chosen}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

function getStyle(theme: GrafanaTheme2) {
  return css({
    // Grafana's own style makes every list as wide as a form's.
    width: 'auto',
    maxWidth: 180,
    minWidth: 60,
    flexShrink: 2,
    height: 24,
    padding: theme.spacing(0, 0.5),
    color: theme.components.input.text,
    background: theme.components.input.background,
    border: `1px solid ${theme.components.input.borderColor}`,
    borderRadius: theme.shape.radius.default,
    textOverflow: 'ellipsis',
  });
}
