/** Where people report without an account; there only where the setting says so. */
export const publicReportPath = '/v1/public/reports';
