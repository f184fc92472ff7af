/** The limits of documents: constants apart from the schema, so that a page can know them without its parser. */

export const SCHEMA_VERSION = 1;
export const WEEKS_MAX = 1040;
export const WEEKS_DEFAULT = 208;
export const EMPLOYEES_MIN = 20;
export const EMPLOYEES_MAX = 1_000_000;
/** The longest name of a person's unit, role or site, of a plan, company or document. */
export const NAME_LENGTH = 120;
