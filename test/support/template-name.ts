/** The migrated database that every test database is a copy of. Nobody connects to it. */
export const TEMPLATE = 'minna_template';
