import { type ParseResult, type ParserPlugin, parse, parseExpression } from '@babel/parser'
import type { Expression } from '@babel/types'

/** The languages of a script. Only `typescript` knows types in `<>` before an expression. */
export type ScriptLanguage = 'javascript' | 'typescript' | 'tsx'

const PLUGINS: Readonly<Record<ScriptLanguage, readonly ParserPlugin[]>> = {
  javascript: ['jsx', 'flow'],
  typescript: ['typescript'],
  tsx: ['typescript', 'jsx'],
}

/** Returns the language of a file with a script. */
export const languageOfFile = (file: string): ScriptLanguage => {
  if (file.endsWith('.tsx')) return 'tsx'
  return /\.[cm]?ts$/.test(file) ? 'typescript' : 'javascript'
}

/** The language of a script, and where it stands in its file. */
export interface ScriptPlace {
  readonly language: ScriptLanguage
  /** The line on which the script begins. @default 1 */
  readonly line?: number
  /** Whether the text is one expression. @default false */
  readonly isExpression?: boolean
}

/**
 * Parses a script. Goes on after a mistake, if the parser can.
 *
 * @throws SyntaxError if the text cannot be parsed.
 */
export const parseScript = (
  text: string,
  { language, line = 1, isExpression = false }: ScriptPlace,
): ParseResult | ParseResult<Expression> =>
  (isExpression ? parseExpression : parse)(text, {
    ...{ sourceType: 'unambiguous', startLine: line, attachComment: false, errorRecovery: true },
    ...{ allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true },
    ...{ allowNewTargetOutsideFunction: true, allowSuperOutsideMethod: true },
    plugins: [...PLUGINS[language], 'decorators-legacy', 'decoratorAutoAccessors'],
  })
