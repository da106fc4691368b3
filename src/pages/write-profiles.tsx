import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, Stack, Text, useStyles2 } from '@grafana/ui';

/** Ten lines that write one day's profile where the data source finds it. */
export const pythonExample = `import os
from datetime import datetime, timezone
import pandas as pd
import whylogs as why

day, folder = "2025-03-08", "/var/lib/driftglass/profiles/flights"
os.makedirs(folder, exist_ok=True)
results = why.log(pd.read_csv(f"flights-{day}.csv"))
results.set_dataset_timestamp(datetime.fromisoformat(day).replace(tzinfo=timezone.utc))
results.writer("local").option(base_dir=folder).write(dest=f"{day}.bin")`;

/** How to write the first profiles. */
export function WriteProfiles() {
  const styles = useStyles2(getStyles);
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Text element="h2" variant="h4">
        How to write profiles
      </Text>
      <Text element="p">
        A job that has the rows of a day writes their profile with whylogs (<code>pip install whylogs pandas</code>).
        The folder below the store is the dataset, here flights; the day is the one that the data are of. From the
        second profile on there is something to compare.
      </Text>
      <pre className={styles.code} tabIndex={0} role="region" aria-label="Python">
        {pythonExample}
      </pre>
      <ClipboardButton variant="secondary" size="sm" icon="copy" getText={() => pythonExample}>
        Copy the Python
      </ClipboardButton>
    </Stack>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    code: css({ margin: 0, width: '100%', overflowX: 'auto', padding: theme.spacing(1), whiteSpace: 'pre' }),
  };
}
