/** KPU RI's code; every other unit has its area's code. */
export const nationalUnit = 'RI';
