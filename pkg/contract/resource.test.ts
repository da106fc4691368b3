import { ContractError, parseAnalyzerCheck, parseDocumentCheck } from './index.ts';

describe('the body of a check', () => {
  it.each([
    [{ text: '{"a": 1}' }, '{"a": 1}'],
    [{ text: { a: 1 } }, { a: 1 }],
    [{ text: '' }, ''],
    [{}, ''],
    [{ text: null }, ''],
  ])('of a document: %j', (body, expected) => {
    expect(parseDocumentCheck(body)).toEqual(expected);
  });

  it.each([
    [7, 'an object is expected, not a number'],
    [{ text: 7 }, 'text: an object is expected, not a number'],
    [{ text: [] }, 'text: an object is expected, not a list'],
  ])('of a document that is none: %j', (body, text) => {
    expect(() => parseDocumentCheck(body)).toThrow(new ContractError('wrong-type', '', text));
  });

  it('of an analyzer', () => {
    expect(parseAnalyzerCheck({ analyzer: { a: 1 } })).toEqual({
      analyzer: { a: 1 },
      datasetId: '',
      granularity: null,
    });
    const whole = { analyzer: {}, datasetId: 'flights', granularity: 'weekly' };
    expect(parseAnalyzerCheck(whole)).toEqual(whole);
  });

  it.each([
    [{}, 'analyzer: is missing'],
    [{ analyzer: '' }, 'analyzer: an object is expected, not a string'],
    [{ analyzer: {}, granularity: 'yearly' }, 'granularity: "yearly" is none of hourly, daily, weekly, monthly'],
  ])('of an analyzer that is none: %j', (body, text) => {
    expect(() => parseAnalyzerCheck(body)).toThrow(text);
  });
});
