import { monitorLabels } from './monitor-labels.ts';

const common = { monitor: 'drift-monitor', severity: '3' };
const labels = (...actions: [type: string, target: string | null][]) =>
  monitorLabels({ id: 'drift-monitor', severity: 3, actions: actions.map(([type, target]) => ({ type, target })) });

describe('the labels of a monitor', () => {
  it('are its id and severity', () => {
    expect(labels()).toEqual(common);
    expect(monitorLabels({ id: 'x', severity: 1, actions: [] })).toEqual({ monitor: 'x', severity: '1' });
  });

  it('name each action once', () => {
    expect(labels(['global', 'slack'], ['global', 'pagerduty'], ['global', 'slack'])).toEqual({
      ...common,
      action_slack: 'true',
      action_pagerduty: 'true',
    });
  });

  it('never hold addresses or webhooks', () => {
    const given = labels(
      ['slack', 'https://hooks.example/secret'],
      ['email', 'me@example.org'],
      ['raw', 'https://x/y']
    );
    expect(given).toEqual({ ...common, action_slack: 'true', action_email: 'true', action_raw: 'true' });
    expect(labels(['global', null])).toEqual({ ...common, action_global: 'true' });
  });

  it('are names that Prometheus takes, and unique', () => {
    expect(labels(['global', 'on call: münchen'])).toEqual({ ...common, action_on_call__m_nchen: 'true' });
    // The hashes: the first six digits of SHA-256 of ["on-call"] and ["on.call"], by sha256sum.
    expect(labels(['global', 'on-call'], ['global', 'on.call'])).toEqual({
      ...common,
      action_on_call_99a391: 'true',
      action_on_call_5ca230: 'true',
    });
  });
});
