import {
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  type FieldConfigPropertyItem,
  identityOverrideProcessor as identity,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';

const editors =
  'text number slider boolean select radio multi-select strings color unit field-name timezone dashboard-uid stats-picker fieldColor';

/** Properties of fields that every panel knows, with what reads their values. */
const processors: Readonly<Record<string, FieldConfigPropertyItem['process']>> = {
  ...{ unit: identity, fieldMinMax: identity, color: identity, actions: identity, filterable: identity },
  ...{ min: numberOverrideProcessor, max: numberOverrideProcessor, decimals: numberOverrideProcessor },
  displayName: displayNameOverrideProcessor,
  noValue: stringOverrideProcessor,
  thresholds: thresholdsOverrideProcessor,
  mappings: valueMappingsOverrideProcessor,
  links: dataLinksOverrideProcessor,
};

/** Nothing is edited here. */
const editor = () => null;

/** A property of fields with the given name. */
export function fieldProperty(id: string, process: FieldConfigPropertyItem['process'] = identity) {
  return { id, path: id, name: id, editor, override: editor, process, shouldApply: () => true, settings: {} };
}

/** Fills what Grafana's application fills: without it units, thresholds and options of panels vanish silently. */
export function fillRegistries(): void {
  standardEditorsRegistry.setInit(() => editors.split(' ').map((id) => ({ id, name: id, editor })));
  standardFieldConfigEditorRegistry.setInit(() =>
    Object.entries(processors).map(([id, process]) => fieldProperty(id, process))
  );
  // One of them is listed twice, which a registry refuses.
  const transformers = new Map(Object.values(standardTransformers).map((info) => [info.id, info]));
  const about = { editor, imageDark: '', imageLight: '' };
  const items = [...transformers].map(([id, info]) => ({ ...about, id, name: info.name, transformation: info }));
  standardTransformersRegistry.setInit(() => items);
}
