// Simulates an examination that does not end, for main.test.ts.
for (;;);
