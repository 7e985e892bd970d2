export const thresholdsPage = async (..._: unknown[]): Promise<string> => '';
