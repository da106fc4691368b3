/** Why an analyzer gave no verdict, by the names of WhyLabs' result records (spec/analyzers.md e.1). */
export const failureTypes = [
  'MinThresholdExceedsMaxThreshold',
  'RollupBaselineRequired',
  'InvalidJson',
  'InsufficientBaseline',
  'CalculationException',
  'CompositeCalculationMissingColumns',
  'IncompatibleTypes',
  'ConfigMissingRequiredField',
  'MetricException',
  'NoResults',
  'UnknownCalculation',
  'UnknownMetric',
] as const;

export type FailureType = (typeof failureTypes)[number];
