/** The numbers of a model, in units of the standardised series (spec/sarima.md 3). */
export interface ModelParameters {
  /** c: added at each step on the differenced scale. */
  readonly intercept: number;
  /** φ, one for each of the lags 1 … p. */
  readonly ar: Float64Array;
  /** θ, lags 1 … q. */
  readonly ma: Float64Array;
  /** Φ, lags m … P m. */
  readonly seasonalAr: Float64Array;
  /** Θ, lags m … Q m. */
  readonly seasonalMa: Float64Array;
  /** σ², of the shocks. */
  readonly variance: number;
}
