import { LoadingPlaceholder } from '@grafana/ui';
import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';

/** A component whose code is fetched when it is first shown, so that a dashboard does not pay for editors. */
export function lazyPart<Props extends object>(
  load: () => Promise<(props: Props) => ReactElement>
): (props: Props) => ReactElement {
  // Props never hold a ref, which is what React's type of lazy parts takes out of them.
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return function LazyPart(props: Props) {
    return (
      <Suspense fallback={<LoadingPlaceholder text="Loading" />}>
        <Part {...props} />
      </Suspense>
    );
  };
}
