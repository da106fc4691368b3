import { Cron } from 'croner';
import { LRUCache } from 'lru-cache';

/** Compiled expressions kept in memory. Default 1,000: as many as a document can have analyzers. */
export const maxCompiledCrons = 1000;

/** The macros that a monitor document's schema knows. */
const macros: readonly string[] = ['@annually', '@yearly', '@monthly', '@weekly', '@daily', '@hourly'];

const minuteMs = 60_000;

interface CompiledCron {
  readonly cron: Cron | null;
  /** Why the expression cannot be read; null when it can. */
  readonly problem: string | null;
  readonly hasSeconds: boolean;
}

function unreadable(problem: string): CompiledCron {
  return { cron: null, problem, hasSeconds: false };
}

function countFields(text: string): number {
  if (text.startsWith('@')) {
    return 5;
  }
  return text.split(/\s+/).length;
}

function compile(expression: string): CompiledCron {
  const text = expression.trim();
  if (text === '') {
    return unreadable('the cron expression is empty, so it never matches. Remedy: use "0 0 * * *" for every day');
  }
  if (text.startsWith('@') && !macros.includes(text)) {
    return unreadable(`"${text}" is no macro. Remedy: use one of ${macros.join(', ')}, or five fields`);
  }
  const fields = countFields(text);
  // Before croner sees it: it also takes seven fields, and ISO dates.
  if (fields !== 5 && fields !== 6) {
    return unreadable(
      `"${text}" has ${fields} ${fields === 1 ? 'field' : 'fields'}. Remedy: write five (minute, hour, day of month, month, day of week), or six with seconds first`
    );
  }
  const hasSeconds = fields === 6;
  try {
    const cron = new Cron(text, {
      timezone: 'UTC',
      // Spring asks for both days where Unix takes either.
      domAndDow: hasSeconds,
      // The document's schema allows `5/2`, from 5 on every second one.
      sloppyRanges: true,
    });
    return { cron, problem: null, hasSeconds };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^CronPattern: /, '') : String(error);
    return unreadable(`"${text}" is no cron expression: ${reason}`);
  }
}

const compiled = new LRUCache<string, CompiledCron>({ max: maxCompiledCrons });

function compiledCron(expression: string): CompiledCron {
  const known = compiled.get(expression);
  if (known !== undefined) {
    return known;
  }
  const made = compile(expression);
  compiled.set(expression, made);
  return made;
}

/** Why a cron expression cannot be read, with the remedy; null when it can. */
export function cronProblem(expression: string): string | null {
  return compiledCron(expression).problem;
}

/**
 * True when a moment, epoch ms, satisfies a cron expression in UTC: five fields as in Unix, whose seconds are of no
 * account; six as in Spring, seconds first (spec/monitor-config.md 2.1). An expression that cannot be read never
 * matches, as in WhyLabs' engine.
 */
export function cronMatches(expression: string, timeMs: number): boolean {
  const { cron, hasSeconds } = compiledCron(expression);
  if (cron === null) {
    return false;
  }
  const date = new Date(hasSeconds ? timeMs : Math.floor(timeMs / minuteMs) * minuteMs);
  return !Number.isNaN(date.getTime()) && cron.match(date);
}
