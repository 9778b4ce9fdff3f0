System.Console.WriteLine("Ozg.Functions");
