import { LoadingState, type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { useMemo, useState } from 'react';
import { parseProfiles } from './model/parse-profiles.ts';
import type { ProfilePanelOptions } from './options.ts';
import { parseOptions } from './parse-options.ts';
import { ProfileView } from './view/profile-view.tsx';

/** What can be drawn, for the person whose query answers something else. */
const wanted = 'This panel draws profiles: the profile query of Driftglass, or a histogram with xMin, xMax and counts.';

function errorText(hasFrames: boolean, refusals: readonly string[]): { message?: string } {
  // Without frames Grafana's own words ("No data") are right.
  return !hasFrames ? {} : { message: refusals.length > 0 ? refusals.join(' ') : wanted };
}

/** The distribution of a column beside the one it is compared with. */
export function ProfilePanel(props: PanelProps<ProfilePanelOptions>) {
  const { data, id, fieldConfig, width, height, timeZone, replaceVariables } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const options = useMemo(() => parseOptions(props.options), [props.options]);
  const { profiles, refusals } = useMemo(() => parseProfiles(data.series), [data.series]);
  const named = (name: string | null) => profiles.find(({ model }) => model.name === name);
  const profile = named(chosen) ?? named(replaceVariables(options.profile)) ?? profiles[0];
  if (profile === undefined) {
    const text = errorText(
      data.series.some(({ length }) => length > 0),
      refusals
    );
    return <PanelDataErrorView panelId={id} fieldConfig={fieldConfig} data={data} {...text} />;
  }
  return (
    <ProfileView
      profile={profile}
      refusals={refusals}
      options={options}
      width={width}
      height={height}
      timeZone={timeZone}
      isLoading={data.state === LoadingState.Loading}
      choice={{ names: profiles.map(({ model }) => model.name), chosen: profile.model.name, onChoose: setChosen }}
    />
  );
}
