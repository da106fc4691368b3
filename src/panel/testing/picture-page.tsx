// A page that shows named pictures of the panel, for browser tests and screenshots. It has no controls: the functions at
// the end are called from outside.
import { getThemeById, ThemeContext } from '@grafana/data';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { themeColors } from '../theme-colors.ts';
import { type PictureName, pictures } from './pictures.ts';
import { type ShownPanel, ShownPanel as Panel } from './show-panel.tsx';

interface Wanted extends Omit<ShownPanel, 'series'> {
  readonly name: PictureName;
  /** Above the panel; none by default. */
  readonly title?: string;
}

interface Pictures {
  readonly theme: 'dark' | 'light';
  readonly wanted: readonly Wanted[];
}

declare global {
  // How a property of the window is declared.
  interface Window {
    /** Names of all pictures. */
    pictureNames: readonly string[];
    /** Shows pictures one beside the other in place of those that are shown; resolves when they are painted. */
    showPictures: (pictures: Pictures) => Promise<void>;
  }
}

/** Room around a panel's content in Grafana. */
const padding = 8;

const root = document.getElementById('root') ?? document.body;
const reactRoot = createRoot(root);

function Page({ theme: mode, wanted }: Pictures) {
  const theme = getThemeById(mode);
  const colors = themeColors(theme);
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <main style={{ display: 'flex', flexWrap: 'wrap', gap: 12, padding: 12, background: colors.background.canvas }}>
        {wanted.map(({ name, title, width = 900, height = 500, ...rest }, idx) => (
          <section key={idx} data-picture={name}>
            {title !== undefined && (
              <h2 style={{ ...theme.typography.bodySmall, margin: 0, maxWidth: Math.max(width, 104) }}>{title}</h2>
            )}
            <div
              style={{
                width: width + 2 * padding + 2,
                padding,
                background: colors.background.primary,
                border: `1px solid ${colors.border.weak}`,
                borderRadius: theme.shape.radius.default,
              }}
            >
              <Panel series={[...pictures[name]()]} width={width} height={height} {...rest} />
            </div>
          </section>
        ))}
      </main>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

window.pictureNames = Object.keys(pictures);
window.showPictures = async (shown) => {
  // A page of its own for each call: nothing of the pictures before, neither focus nor size, remains.
  flushSync(() => reactRoot.render(null));
  flushSync(() => reactRoot.render(<Page {...shown} />));
  await document.fonts.ready;
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
};
