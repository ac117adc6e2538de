import type { FastifySchemaValidationError } from 'fastify'

/** Returns a sentence that names the invalid field of a document and the expected value. */
export const schemaFault = (
  [fault]: readonly FastifySchemaValidationError[],
  part: string,
): Error => {
  const { instancePath = '', message = 'is odd', params = {} } = fault ?? {}
  const { additionalProperty, allowedValue, allowedValues } = params as Record<string, unknown>
  const detail = additionalProperty ?? allowedValue ?? allowedValues
  const place = `${part}${instancePath}`.replaceAll('/', '.')
  return new Error(
    `${place} ${message}${detail === undefined ? '' : `: ${JSON.stringify(detail)}`}`,
  )
}
