import type { FastifySchemaValidationError } from 'fastify'

/** Returns an error whose message names the invalid field of a document and what is expected. */
export const schemaFault = (
  [fault]: readonly FastifySchemaValidationError[],
  part: string,
): Error => {
  const { instancePath = '', message = 'is invalid', params = {} } = fault ?? {}
  const { additionalProperty, allowedValue, allowedValues } = params as Record<string, unknown>
  const detail = additionalProperty ?? allowedValue ?? allowedValues
  const place = `${part}${instancePath}`.replaceAll('/', '.')
  return new Error(
    `${place} ${message}${detail === undefined ? '' : `: ${JSON.stringify(detail)}`}`,
  )
}
