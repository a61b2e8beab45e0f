/** Where people report without an account; there only where the setting says so. */
export const publicReportPath = '/v1/public/reports';
/** Before the key with which a person stops messages; what follows is no business of a log. */
export const optOutPath = '/v1/public/opt-out/';
