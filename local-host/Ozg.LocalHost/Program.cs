System.Console.WriteLine("Ozg.LocalHost");
