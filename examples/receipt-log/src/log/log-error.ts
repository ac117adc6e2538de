/**
 * The error for a log that must not be used in its present state. The message is for the operator.
 */
export class LogError extends Error {}
