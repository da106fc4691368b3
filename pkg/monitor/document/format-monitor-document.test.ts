import fc from 'fast-check';
import { formatMonitorDocument } from './format-monitor-document.ts';
import { parseMonitorDocument } from './parse-monitor-document.ts';
import { documentExample } from './testing/examples.ts';
import { realDocuments } from './testing/real-documents.ts';

describe('formatMonitorDocument', () => {
  it('sorts keys, indents by two and ends with a line break', () => {
    expect(formatMonitorDocument('{"b":[1,{"d":null,"c":[]}],"a":{},"B":"x\\u0041"}')).toBe(
      '{\n  "B": "xA",\n  "a": {},\n  "b": [\n    1,\n    {\n      "c": [],\n      "d": null\n    }\n  ]\n}\n'
    );
  });

  it.each(['1.0', '12345678901234567890', '1e400', '-0', '0.1000', '1E5', '-1.5e-300'])(
    'keeps the digits of %s',
    (digits) => {
      const text = formatMonitorDocument(`{"unknown": ${digits}}`);
      expect(text).toBe(`{\n  "unknown": ${digits}\n}\n`);
      expect(formatMonitorDocument(text)).toBe(text);
    }
  );

  it('keeps what JavaScript would take for something else', () => {
    expect(formatMonitorDocument('{"__proto__": {"toJSON": 1}, "10": 1, "9": 2}')).toBe(
      '{\n  "10": 1,\n  "9": 2,\n  "__proto__": {\n    "toJSON": 1\n  }\n}\n'
    );
  });

  it('takes parsed objects and YAML', () => {
    expect(formatMonitorDocument({ b: undefined, a: [undefined, true] })).toBe(
      '{\n  "a": [\n    null,\n    true\n  ]\n}\n'
    );
    expect(formatMonitorDocument('b: 1\na: text\n')).toBe('{\n  "a": "text",\n  "b": 1\n}\n');
  });

  it('throws for what is no JSON', () => {
    expect(() => formatMonitorDocument('{"a":')).toThrow(SyntaxError);
    expect(() => formatMonitorDocument('a: [')).toThrow(SyntaxError);
    expect(() => formatMonitorDocument('a: [')).toThrow(/^the document is no YAML: /);
    const nested = (levels: number) => `{"a": ${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    expect(formatMonitorDocument(nested(100))).toContain('[]');
    expect(() => formatMonitorDocument(nested(102))).toThrow(SyntaxError);
    expect(() => formatMonitorDocument(nested(102))).toThrow(
      'the document is nested more than 100 levels deep. Remedy: correct its brackets'
    );
  });

  /** The same value with the keys of every object in another order. */
  function turned(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.map(turned);
    }
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .map(([key, member]) => [key, turned(member)] as const)
            .reverse()
        )
      : value;
  }

  const json = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 4 }));

  it('loses and adds nothing, whatever the document holds', () => {
    fc.assert(
      fc.property(json, (object) => {
        const text = JSON.stringify({ ...documentExample(), ...object });
        const formatted = formatMonitorDocument(text);
        expect(JSON.parse(formatted)).toEqual(JSON.parse(text));
      })
    );
  });

  it('is the same for the same document, in any order of keys, formatted once or twice', () => {
    fc.assert(
      fc.property(json, (object) => {
        const formatted = formatMonitorDocument(JSON.stringify(object));
        expect(formatMonitorDocument(JSON.stringify(turned(object)))).toBe(formatted);
        expect(formatMonitorDocument(formatted)).toBe(formatted);
      })
    );
  });

  it('changes nothing of what a document means', () => {
    const anyDocument = json.map((object) => ({ ...object, ...documentExample(), unknown: object }));
    fc.assert(
      fc.property(anyDocument, (object) => {
        const text = JSON.stringify(object);
        expect(parseMonitorDocument(formatMonitorDocument(text)).document).toEqual(parseMonitorDocument(text).document);
      })
    );
  });

  it.each([...realDocuments()].filter(([name]) => name !== 'customerConfig.json'))(
    'round trip of %s',
    (_name, text) => {
      const formatted = formatMonitorDocument(text);
      expect(JSON.parse(formatted)).toEqual(JSON.parse(text));
      expect(formatMonitorDocument(formatted)).toBe(formatted);
      expect(parseMonitorDocument(formatted).document).toEqual(parseMonitorDocument(text).document);
    }
  );
});
