/** What stands under each measure of a new summary until somebody writes how it went. */
export const TO_WRITE = '（待写：完成情况）';
