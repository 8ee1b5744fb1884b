// Stands for an examination that does not end: see main.test.ts.
for (;;);
